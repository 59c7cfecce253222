import { roleLabel } from "#components/settings/members/role-options.ts";
import { StaticTable } from "#components/table/static-table.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { Role } from "#lib/context/context.ts";
import { OpenWorkspace } from "./open-workspace.tsx";

type Membership = { id: string; name: string; role: Role };

export type WorkspacesTableProps = { workspaces: readonly Membership[]; currentId: string };

export function WorkspacesTable({ workspaces, currentId }: WorkspacesTableProps) {
  return (
    <StaticTable
      label="Your workspaces"
      rows={workspaces}
      getRowId={(workspace) => workspace.id}
      isChosen={(workspace) => workspace.id === currentId}
      columns={[
        {
          id: "name",
          header: "Name",
          cell: ({ name }) => <span className="break-words font-medium">{name}</span>,
        },
        { id: "role", header: "Your role", cell: ({ role }) => roleLabel(role) },
        {
          id: "open",
          header: <span className="sr-only">Actions</span>,
          className: "text-right",
          cell: ({ id, name }) =>
            id === currentId ? (
              <Badge tone="accent">open now</Badge>
            ) : (
              <OpenWorkspace workspaceId={id} name={name} />
            ),
        },
      ]}
    />
  );
}
