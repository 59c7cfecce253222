import type { ReactNode } from "react";
import { StaticTable } from "#components/table/static-table.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import type { ConnectionDetails } from "#lib/models/connections/get-connection.ts";
import { connectionKindFacts } from "#lib/models/connections/kinds/connection-kind.ts";

export type ConnectionsTableProps = {
  label: string;
  connections: readonly ConnectionDetails[];
  empty: ReactNode;
};

export function ConnectionsTable({ label, connections, empty }: ConnectionsTableProps) {
  return (
    <StaticTable
      label={label}
      rows={connections}
      getRowId={(row) => row.id}
      rowHref={(row) => `/models/connections/${row.id}`}
      empty={empty}
      columns={[
        { id: "name", header: "Name", cell: (row) => row.name },
        { id: "kind", header: "Kind", wideOnly: true, cell: (row) => connectionKindFacts[row.kind].label },
        {
          id: "baseUrl",
          header: "Address",
          cell: (row) => <span className="break-all font-mono text-xs">{row.baseUrl}</span>,
        },
        {
          id: "key",
          header: "Key",
          cell: (row) => <span className="font-mono text-xs">{row.keyHint ?? "none"}</span>,
        },
        {
          id: "concurrency",
          header: "At the same time",
          numeric: true,
          wideOnly: true,
          cell: (row) => row.maxConcurrency,
        },
        {
          id: "timeout",
          header: "Time-out",
          numeric: true,
          wideOnly: true,
          cell: (row) => `${row.timeoutSeconds} s`,
        },
        {
          id: "created",
          header: "Created",
          wideOnly: true,
          cell: (row) => <Timestamp value={row.createdAt} />,
        },
      ]}
    />
  );
}
