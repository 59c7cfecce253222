import type { Metadata } from "next";
import { z } from "zod";
import { sessionUserId } from "#app/_server/session.ts";
import { AuthPanel } from "#components/auth/auth-panel.tsx";
import { InvitationForm } from "#components/auth/new-account/invitation-form.tsx";
import { JoinButton } from "#components/auth/new-account/join-button.tsx";
import { SignOutButton } from "#components/auth/sign-out-button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { findInvitation } from "#lib/workspaces/invitations/find-invitation.ts";
import { listMemberships } from "#lib/workspaces/list-memberships.ts";

export const metadata: Metadata = { title: "Invitation" };

const searchSchema = z.object({ token: z.string().max(200).catch("") });

type InvitationPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function InvitationPage({ searchParams }: InvitationPageProps) {
  const { token } = searchSchema.parse(await searchParams);
  const [invitation, userId] = await Promise.all([
    token === "" ? null : findInvitation(token, new Date()),
    sessionUserId(),
  ]);
  if (invitation === null) return <SpentInvitation />;
  const { email, role, workspaceName, hasAccount } = invitation;
  const signedIn = userId === null ? null : await listMemberships(userId);
  const title = `Join ${workspaceName}`;
  const offer = `You are invited as ${role}, with the address ${email}.`;
  if (signedIn !== null && signedIn.user.email !== email) {
    return (
      <AuthPanel
        title={title}
        description={`${offer} You are signed in as ${signedIn.user.email}. Sign out, then open this link again.`}
      >
        <div>
          <SignOutButton />
        </div>
      </AuthPanel>
    );
  }
  if (signedIn !== null) {
    return (
      <AuthPanel title={title} description={offer}>
        <JoinButton token={token} workspaceName={workspaceName} />
      </AuthPanel>
    );
  }
  if (hasAccount) {
    const next = `/invitation?token=${encodeURIComponent(token)}`;
    return (
      <AuthPanel title={title} description={`${offer} There is an account with this address already.`}>
        <LinkButton href={`/sign-in?next=${encodeURIComponent(next)}`} variant="primary" size="lg">
          Sign in to join
        </LinkButton>
      </AuthPanel>
    );
  }
  return (
    <AuthPanel title={title} description={offer}>
      <InvitationForm token={token} email={email} />
    </AuthPanel>
  );
}

function SpentInvitation() {
  return (
    <AuthPanel
      title="This invitation does not work"
      description="It has been used, was revoked, or is older than seven days. Ask an admin of the workspace for a new one."
    >
      <div>
        <LinkButton href="/sign-in">Go to sign-in</LinkButton>
      </div>
    </AuthPanel>
  );
}
