import { Plug, Plus } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { pageContext } from "#app/_server/page-context.ts";
import { ConnectionsTable } from "#components/models/connections/connections-table.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { hasRole } from "#lib/context/context.ts";
import { listConnections } from "#lib/models/connections/list-connections.ts";
import { LocalServersSection } from "../local-servers-section.tsx";
import { ModelsTabs } from "../models-tabs.tsx";

export const metadata: Metadata = { title: "Connections" };

const MAX_SHOWN = 500;

export default async function ConnectionsPage() {
  const { ctx } = await pageContext();
  const [current, archived] = await Promise.all([
    listConnections(ctx, { limit: MAX_SHOWN }),
    listConnections(ctx, { limit: MAX_SHOWN, archived: true }),
  ]);
  const newButton = hasRole(ctx, "editor") && (
    <LinkButton href="/models/connections/new" variant="primary">
      <Plus aria-hidden />
      New connection
    </LinkButton>
  );
  return (
    <Page>
      <PageHeader
        title="Connections"
        description="Where models are called: a server on your desk, a vendor in the cloud, a service of your own."
        actions={newButton}
        tabs={<ModelsTabs />}
      />
      <Card flush>
        <ConnectionsTable
          label="Connections"
          connections={current.items}
          empty={
            <EmptyState
              icon={<Plug />}
              title="No connections yet"
              text="Connect OpenAI, Anthropic, Google, Mistral, any server that speaks the OpenAI protocol, or a service of your own. Built-in models need none."
              action={newButton}
            />
          }
        />
      </Card>
      <Suspense>
        <LocalServersSection ctx={ctx} />
      </Suspense>
      {archived.items.length > 0 && (
        <Card title="Archived" flush>
          <ConnectionsTable label="Archived connections" connections={archived.items} empty={null} />
        </Card>
      )}
    </Page>
  );
}
