import { StaticTable } from "#components/table/static-table.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import type { Invitation } from "#lib/workspaces/invitations/list-invitations.ts";
import { RevokeInvitation } from "./revoke-invitation.tsx";
import { roleLabel } from "./role-options.ts";

export function InvitationsTable({ invitations }: { invitations: readonly Invitation[] }) {
  return (
    <StaticTable
      label="Open invitations"
      rows={invitations}
      getRowId={(invitation) => invitation.id}
      columns={[
        {
          id: "email",
          header: "E-mail address",
          cell: ({ email }) => <span className="break-all">{email}</span>,
        },
        { id: "role", header: "Role", cell: ({ role }) => roleLabel(role) },
        {
          id: "expires",
          header: "Ends",
          wideOnly: true,
          cell: ({ expiresAt }) => <Timestamp value={expiresAt} mode="absolute" className="text-muted" />,
        },
        {
          id: "actions",
          header: <span className="sr-only">Actions</span>,
          className: "text-right",
          cell: ({ id, email }) => <RevokeInvitation invitationId={id} email={email} />,
        },
      ]}
    />
  );
}
