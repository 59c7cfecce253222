import { StaticTable } from "#components/table/static-table.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import type { Member } from "#lib/workspaces/list-members.ts";
import { RemoveMember } from "./remove-member.tsx";
import { roleLabel } from "./role-options.ts";
import { RoleSelect } from "./role-select.tsx";

export type MembersTableProps = { members: readonly Member[]; ownId: string; manage: boolean };

export function MembersTable({ members, ownId, manage }: MembersTableProps) {
  return (
    <StaticTable
      label="Members"
      rows={members}
      getRowId={(member) => member.userId}
      columns={[
        {
          id: "name",
          header: "Name",
          cell: (member) => (
            <span className="flex min-w-32 flex-col">
              <span className="flex items-center gap-1.5 font-medium">
                <span className="break-words">{member.name}</span>
                {member.userId === ownId && <Badge tone="outline">you</Badge>}
              </span>
              <span className="break-all text-muted text-xs">{member.email}</span>
            </span>
          ),
        },
        {
          id: "role",
          header: "Role",
          cell: (member) =>
            manage ? (
              <RoleSelect userId={member.userId} name={member.name} role={member.role} />
            ) : (
              roleLabel(member.role)
            ),
        },
        {
          id: "joined",
          header: "Joined",
          wideOnly: true,
          cell: (member) => <Timestamp value={member.joinedAt} className="text-muted" />,
        },
        ...(manage
          ? [
              {
                id: "actions",
                header: <span className="sr-only">Actions</span>,
                className: "text-right",
                cell: (member: Member) =>
                  member.userId !== ownId && <RemoveMember userId={member.userId} name={member.name} />,
              },
            ]
          : []),
      ]}
    />
  );
}
