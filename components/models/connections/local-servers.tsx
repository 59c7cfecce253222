"use client";

import { Server } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { type Action, useAction } from "#components/ui/use-action.ts";
import type { CreateConnectionInput } from "#lib/models/connections/connection-schema.ts";
import type { FoundLocalServer } from "#lib/models/connections/list-local-servers.ts";

export type LocalServersProps = {
  servers: readonly FoundLocalServer[];
  create: Action<CreateConnectionInput, { id: string; name: string }>;
};

/** The model servers that answer on this machine, each one click away from a model. Shows nothing when there are none. */
export function LocalServers({ servers, create }: LocalServersProps) {
  if (servers.length === 0) return null;
  return (
    <Card title="Found on this machine" description="Model servers that answer on their usual port." flush>
      <ul className="divide-y">
        {servers.map((server) => (
          <LocalServerRow key={server.baseUrl} server={server} create={create} />
        ))}
      </ul>
    </Card>
  );
}

type RowProps = { server: FoundLocalServer; create: LocalServersProps["create"] };

function LocalServerRow({ server, create }: RowProps) {
  const router = useRouter();
  const { run, pending, failure } = useAction(create);
  const use = (connectionId: string) => router.push(`/models/new?kind=server&connection=${connectionId}`);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5">
      <Server aria-hidden className="size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-medium text-sm">{server.name}</p>
        <p className="truncate text-muted text-xs">
          <span className="font-mono">{server.baseUrl}</span>
          {" · "}
          {formatCount(server.models.length)} {server.models.length === 1 ? "model" : "models"}
        </p>
        {failure && (
          <p role="alert" className="text-negative text-xs">
            {failure.message}
          </p>
        )}
      </div>
      {server.connectionId === null ? (
        <Button
          size="sm"
          loading={pending}
          onClick={() =>
            run({ name: server.name, baseUrl: server.baseUrl }, ({ id, name }) => {
              toast.success(`Connection "${name}" created. Now choose one of its models.`);
              use(id);
            })
          }
        >
          Connect
        </Button>
      ) : (
        <LinkButton size="sm" href={`/models/new?kind=server&connection=${server.connectionId}`}>
          New model
        </LinkButton>
      )}
    </li>
  );
}
