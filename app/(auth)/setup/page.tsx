import type { Metadata } from "next";
import { z } from "zod";
import { AuthPanel } from "#components/auth/auth-panel.tsx";
import { SetupForm } from "#components/auth/new-account/setup-form.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { findOneTimeLink } from "#lib/auth/one-time-link.ts";

export const metadata: Metadata = { title: "Set up" };

const searchSchema = z.object({ token: z.string().max(200).catch("") });

type SetupPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SetupPage({ searchParams }: SetupPageProps) {
  const { token } = searchSchema.parse(await searchParams);
  const link = token === "" ? null : await findOneTimeLink(token, "setup", new Date());
  if (link === null) return <SpentLink />;
  return (
    <AuthPanel
      title="Set up Touchstone"
      description="Make the first account. It becomes the admin of this installation and can invite everybody else."
    >
      <SetupForm token={token} />
    </AuthPanel>
  );
}

function SpentLink() {
  return (
    <AuthPanel
      title="This set-up link does not work"
      description={
        <>
          It has been used, has expired, or is not complete. Stop and start{" "}
          <code className="font-mono">npm start</code> again: it prints a new one. If you have an account
          already, sign in.
        </>
      }
    >
      <div>
        <LinkButton href="/sign-in">Go to sign-in</LinkButton>
      </div>
    </AuthPanel>
  );
}
