import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { ArchiveButton } from "#components/models/archive-button.tsx";
import { ConnectionForm } from "#components/models/connections/connection-form.tsx";
import { ConnectionSummary } from "#components/models/connections/connection-summary.tsx";
import { ServerHealthCard } from "#components/models/servers/server-health.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { hasRole } from "#lib/context/context.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { getConnection } from "#lib/models/connections/get-connection.ts";
import { commandsRefusedFor } from "#lib/models/connections/kinds/refuse-kind.ts";
import {
  archiveConnectionAction,
  createConnectionAction,
  restoreConnectionAction,
  testConnectionAction,
  updateConnectionAction,
} from "../actions.ts";

export const metadata: Metadata = { title: "Connection" };

type ConnectionPageProps = { params: Promise<{ connectionId: string }> };

export default async function ConnectionPage({ params }: ConnectionPageProps) {
  const { ctx } = await pageContext();
  const id = idSchema.safeParse((await params).connectionId);
  if (!id.success) notFound();
  const connection = await orNotFound(getConnection(ctx, id.data));
  const isArchived = connection.archivedAt !== null;
  const canEdit = hasRole(ctx, "editor");
  return (
    <Page width="narrow">
      <PageHeader
        title={connection.name}
        breadcrumb={[
          { label: "Models", href: "/models" },
          { label: "Connections", href: "/models/connections" },
          { label: connection.name },
        ]}
        meta={isArchived && <Badge>Archived</Badge>}
        actions={
          canEdit && (
            <>
              <ArchiveButton
                noun="connection"
                name={connection.name}
                consequence="It leaves the lists, and no new model can use it. Older runs and model versions keep it. Refused while a model uses it."
                isArchived={isArchived}
                archive={archiveConnectionAction.bind(null, { connectionId: connection.id })}
                restore={restoreConnectionAction.bind(null, { connectionId: connection.id })}
                listHref="/models/connections"
              />
              {!isArchived && (
                <LinkButton href={`/models/new?kind=server&connection=${connection.id}`}>
                  New model here
                </LinkButton>
              )}
            </>
          )
        }
      />
      {!isArchived && <ServerHealthCard connectionId={connection.id} name={connection.name} />}
      {canEdit && !isArchived ? (
        <ConnectionForm
          connection={connection}
          canEnterKeys={hasRole(ctx, "admin")}
          commandsRefused={commandsRefusedFor(ctx)}
          actions={{
            create: createConnectionAction,
            update: updateConnectionAction,
            test: testConnectionAction,
          }}
        />
      ) : (
        <ConnectionSummary connection={connection} />
      )}
    </Page>
  );
}
