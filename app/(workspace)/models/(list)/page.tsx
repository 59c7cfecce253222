import { FileUp, Plus } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { pageContext } from "#app/_server/page-context.ts";
import { modelRowOf } from "#components/models/page/arrange-models.ts";
import { ModelsEmpty } from "#components/models/page/models-empty.tsx";
import { ModelsTable } from "#components/models/page/models-table.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { hasRole } from "#lib/context/context.ts";
import { listModels } from "#lib/models/list-models.ts";
import { builtInChoices, builtInLabel } from "../built-in-choices.ts";
import { LocalServersSection } from "../local-servers-section.tsx";
import { ModelsTabs } from "../models-tabs.tsx";

export const metadata: Metadata = { title: "Models" };

const MAX_SHOWN = 500;

export default async function ModelsPage() {
  const { ctx } = await pageContext();
  const [current, archived] = await Promise.all([
    listModels(ctx, { limit: MAX_SHOWN }),
    listModels(ctx, { limit: MAX_SHOWN, archived: true }),
  ]);
  const canCreate = hasRole(ctx, "editor");
  return (
    <Page>
      <PageHeader
        title="Models"
        description="What you evaluate: a server's model with your prompt, a built-in baseline, or answers made elsewhere. Each change makes a new version."
        actions={
          canCreate && (
            <>
              <LinkButton href="/models/recorded/new">
                <FileUp aria-hidden />
                Import answers
              </LinkButton>
              {current.items.length > 0 && (
                <LinkButton href="/models/new" variant="primary">
                  <Plus aria-hidden />
                  New model
                </LinkButton>
              )}
            </>
          )
        }
        tabs={<ModelsTabs />}
      />
      {current.items.length === 0 ? (
        <>
          <ModelsEmpty builtIns={builtInChoices} canCreate={canCreate} />
          <Suspense>
            <LocalServersSection ctx={ctx} />
          </Suspense>
        </>
      ) : (
        <ModelsTable models={current.items.map((item) => modelRowOf(item, builtInLabel))} />
      )}
      {current.nextCursor !== null && (
        <p className="text-muted text-xs">
          The newest {MAX_SHOWN} models are shown. Archive what is no longer used.
        </p>
      )}
      {archived.items.length > 0 && (
        <Card title="Archived">
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {archived.items.map((model) => (
              <li key={model.id}>
                <TextLink href={`/models/${model.id}`}>{model.name}</TextLink>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}
