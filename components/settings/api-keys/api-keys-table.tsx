import { KeyRound } from "lucide-react";
import { roleLabel } from "#components/settings/members/role-options.ts";
import { StaticTable } from "#components/table/static-table.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { ApiKeyRow } from "#lib/auth/api-keys/list-api-keys.ts";
import { RevokeKey } from "./revoke-key.tsx";

export function ApiKeysTable({ keys }: { keys: readonly ApiKeyRow[] }) {
  return (
    <StaticTable
      label="API keys"
      rows={keys}
      getRowId={(key) => key.id}
      empty={
        <EmptyState
          icon={<KeyRound />}
          title="No API keys yet"
          text="Create one for each place that calls Touchstone, so that each can be revoked alone."
        />
      }
      columns={[
        { id: "name", header: "Name", cell: (key) => <NameCell apiKey={key} /> },
        { id: "role", header: "Role", cell: ({ role }) => roleLabel(role) },
        {
          id: "used",
          header: "Last used",
          wideOnly: true,
          cell: ({ lastUsedAt }) =>
            lastUsedAt === null ? (
              <span className="text-faint">never</span>
            ) : (
              <Timestamp value={lastUsedAt} className="text-muted" />
            ),
        },
        { id: "state", header: "Works", cell: (key) => <StateCell apiKey={key} /> },
        {
          id: "created",
          header: "Created",
          wideOnly: true,
          cell: ({ createdAt, createdBy }) => (
            <span className="text-muted">
              <Timestamp value={createdAt} /> by {createdBy}
            </span>
          ),
        },
        {
          id: "actions",
          header: <span className="sr-only">Actions</span>,
          className: "text-right",
          cell: ({ id, name, state }) => state !== "revoked" && <RevokeKey keyId={id} name={name} />,
        },
      ]}
    />
  );
}

function NameCell({ apiKey: { id, name, prefix, state } }: { apiKey: ApiKeyRow }) {
  return (
    <span className="flex min-w-32 flex-col">
      <TextLink
        href={`/settings/audit?actor=${id}`}
        prefetch={false}
        title={`What ${name} did`}
        className={state === "works" ? "break-words font-medium" : "break-words text-muted"}
      >
        {name}
      </TextLink>
      <span className="font-mono text-muted text-xs">{prefix}…</span>
    </span>
  );
}

function StateCell({ apiKey: { state, expiresAt } }: { apiKey: ApiKeyRow }) {
  switch (state) {
    case "revoked":
      return <Badge tone="outline">revoked</Badge>;
    case "expired":
      return <Badge tone="warning">expired</Badge>;
    case "works":
      return (
        <span className="whitespace-nowrap text-muted">
          {expiresAt === null ? "until revoked" : <>until {utcDay(expiresAt)}</>}
        </span>
      );
  }
}

function utcDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
