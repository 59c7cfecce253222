import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { outsideProviderNames } from "#app/_server/outside-providers.ts";
import { findSignedIn } from "#app/_server/page-context.ts";
import { sessionUserId } from "#app/_server/session.ts";
import { AuthPanel } from "#components/auth/auth-panel.tsx";
import { LinkSignIn } from "#components/auth/link-sign-in.tsx";
import { OutsideSignIn } from "#components/auth/outside-sign-in.tsx";
import { SignInForm } from "#components/auth/sign-in-form.tsx";
import { SignOutButton } from "#components/auth/sign-out-button.tsx";
import { safeNextPath } from "#lib/auth/safe-next-path.ts";
import { signInNotice } from "#lib/auth/sign-in-notice.ts";
import { listMemberships } from "#lib/workspaces/list-memberships.ts";

export const metadata: Metadata = { title: "Sign in" };

const one = z.string().max(2_000).optional().catch(undefined);
const searchSchema = z.object({ token: one, next: one, error: one });

type SignInPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const search = searchSchema.parse(await searchParams);
  const next = safeNextPath(search.next);
  if (search.token) {
    return (
      <AuthPanel title="Welcome back" description="This link signs you in once, as the first admin.">
        <LinkSignIn token={search.token} next={next} />
      </AuthPanel>
    );
  }
  if ((await findSignedIn()) !== null) redirect(next);
  const stranded = await findPersonWithoutWorkspace();
  if (stranded !== null) return <NoWorkspace email={stranded.email} />;
  const providers = outsideProviderNames();
  return (
    <AuthPanel title="Sign in">
      {providers.length > 0 && <OutsideSignIn providers={providers} next={next} />}
      <SignInForm next={next} notice={signInNotice(search.error)} />
    </AuthPanel>
  );
}

async function findPersonWithoutWorkspace(): Promise<{ email: string } | null> {
  const userId = await sessionUserId();
  const found = userId === null ? null : await listMemberships(userId);
  return found === null ? null : found.user;
}

function NoWorkspace({ email }: { email: string }) {
  return (
    <AuthPanel
      title="No workspace"
      description={`You are signed in as ${email} and belong to no workspace. Ask an admin to invite you to one.`}
    >
      <div>
        <SignOutButton />
      </div>
    </AuthPanel>
  );
}
