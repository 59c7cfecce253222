import type { Metadata } from "next";
import { z } from "zod";
import { pageContext } from "#app/_server/page-context.ts";
import { InvitationsTable } from "#components/settings/members/invitations-table.tsx";
import { InviteDialog } from "#components/settings/members/invite-dialog.tsx";
import { MembersTable } from "#components/settings/members/members-table.tsx";
import { LoadMore } from "#components/ui/display/load-more.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { env } from "#lib/env/env.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { listInvitations } from "#lib/workspaces/invitations/list-invitations.ts";
import { listMembers } from "#lib/workspaces/list-members.ts";

export const metadata: Metadata = { title: "Members" };

const searchSchema = z.object({ after: idSchema.optional().catch(undefined) });

type MembersPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MembersPage({ searchParams }: MembersPageProps) {
  const { ctx, role, user } = await pageContext();
  const { after } = searchSchema.parse(await searchParams);
  const admin = role === "admin";
  const [members, invitations] = await Promise.all([
    listMembers(ctx, { cursor: after }),
    admin ? listInvitations(ctx) : null,
  ]);
  return (
    <div className="flex flex-col gap-5">
      <Card
        title="Members"
        description="Viewers read. Reviewers also give labels. Editors also change datasets, models and graders and start runs. Admins also manage members and keys."
        actions={admin && <InviteDialog origin={env().TOUCHSTONE_URL ?? null} />}
        flush
      >
        <MembersTable members={members.items} ownId={user.id} manage={admin} />
      </Card>
      {(members.nextCursor !== null || after !== undefined) && (
        <LoadMore
          shown={members.items.length}
          noun="members"
          firstHref={after === undefined ? null : "/settings/members"}
          nextHref={members.nextCursor && `/settings/members?after=${members.nextCursor}`}
        />
      )}
      {invitations !== null && invitations.items.length > 0 && (
        <Card title="Open invitations" description="Each link works once and for seven days." flush>
          <InvitationsTable invitations={invitations.items} />
        </Card>
      )}
    </div>
  );
}
