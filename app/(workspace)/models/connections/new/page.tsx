import type { Metadata } from "next";
import { pageContext } from "#app/_server/page-context.ts";
import { ConnectionForm } from "#components/models/connections/connection-form.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { hasRole } from "#lib/context/context.ts";
import { commandsRefusedFor } from "#lib/models/connections/kinds/refuse-kind.ts";
import { createConnectionAction, testConnectionAction, updateConnectionAction } from "../actions.ts";

export const metadata: Metadata = { title: "New connection" };

export default async function NewConnectionPage() {
  const { ctx } = await pageContext();
  return (
    <Page width="narrow">
      <PageHeader
        title="New connection"
        description="Where models answer: a server on your desk, a vendor, a service of your own, or a program."
        breadcrumb={[
          { label: "Models", href: "/models" },
          { label: "Connections", href: "/models/connections" },
          { label: "New" },
        ]}
      />
      {hasRole(ctx, "editor") ? (
        <ConnectionForm
          connection={null}
          canEnterKeys={hasRole(ctx, "admin")}
          commandsRefused={commandsRefusedFor(ctx)}
          actions={{
            create: createConnectionAction,
            update: updateConnectionAction,
            test: testConnectionAction,
          }}
        />
      ) : (
        <Alert>You need the role editor to create a connection. Ask an admin of this workspace.</Alert>
      )}
    </Page>
  );
}
