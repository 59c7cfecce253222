import { FileUp, Pencil, Play } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { ArchiveButton } from "#components/models/archive-button.tsx";
import { LicenceCard } from "#components/models/page/licence-card.tsx";
import { SizeCard } from "#components/models/page/size-card.tsx";
import { VersionDetails } from "#components/models/page/version-details.tsx";
import { VersionDiff } from "#components/models/page/version-diff.tsx";
import { VersionsTable } from "#components/models/page/versions-table.tsx";
import { ServerHealthCard } from "#components/models/servers/server-health.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { hasRole } from "#lib/context/context.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { getModel } from "#lib/models/get-model.ts";
import { countRecordedAnswers } from "#lib/models/recorded/find-recorded-answers.ts";
import { modelSize } from "#lib/models/size/model-size.ts";
import {
  archiveModelAction,
  restoreModelAction,
  setModelLicenceAction,
  setModelSizeAction,
} from "../actions.ts";
import { builtInLabel } from "../built-in-choices.ts";

export const metadata: Metadata = { title: "Model" };

const versionNumber = z.coerce.number().int().positive().optional().catch(undefined);
const searchSchema = z.object({ version: versionNumber, against: versionNumber });

type ModelPageProps = {
  params: Promise<{ modelId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ModelPage({ params, searchParams }: ModelPageProps) {
  const { ctx } = await pageContext();
  const id = idSchema.safeParse((await params).modelId);
  if (!id.success) notFound();
  const search = searchSchema.parse(await searchParams);
  const model = await orNotFound(getModel(ctx, id.data));
  const numbered = (number: number | undefined) =>
    model.versions.find((version) => version.number === number);
  const shown = numbered(search.version) ?? model.versions[0];
  const other = numbered(search.against) ?? numbered(shown.number - 1);
  const isRecorded = shown.provider === "recorded";
  const recorded = isRecorded ? await countRecordedAnswers(ctx, shown.id) : null;
  const isArchived = model.archivedAt !== null;
  const canEdit = hasRole(ctx, "editor");
  return (
    <Page>
      <PageHeader
        title={model.name}
        breadcrumb={[{ label: "Models", href: "/models" }, { label: model.name }]}
        meta={
          <>
            {isArchived && <Badge>Archived</Badge>}
            <span className="tabular">
              {model.versions.length} {model.versions.length === 1 ? "version" : "versions"}
            </span>
            <span>
              Created <Timestamp value={model.createdAt} />
            </span>
          </>
        }
        actions={
          canEdit && (
            <>
              <ArchiveButton
                noun="model"
                name={model.name}
                consequence="It leaves the lists, and no new run can use it. Its runs stay as they are."
                isArchived={isArchived}
                archive={archiveModelAction.bind(null, { modelId: model.id })}
                restore={restoreModelAction.bind(null, { modelId: model.id })}
                listHref="/models"
              />
              {!isArchived && (
                <>
                  {isRecorded ? (
                    <LinkButton href={`/models/recorded/new?model=${model.id}`}>
                      <FileUp aria-hidden />
                      Import answers
                    </LinkButton>
                  ) : (
                    <LinkButton href={`/models/${model.id}/edit`}>
                      <Pencil aria-hidden />
                      Edit
                    </LinkButton>
                  )}
                  <LinkButton href={`/runs/new?model=${shown.id}`} variant="primary">
                    <Play aria-hidden />
                    Start a run
                  </LinkButton>
                </>
              )}
            </>
          )
        }
      />
      {shown.connection !== null && (
        <ServerHealthCard connectionId={shown.connection.id} name={shown.connection.name} />
      )}
      <VersionDetails
        version={shown}
        recorded={recorded}
        builtInLabel={shown.builtInKind === null ? null : builtInLabel(shown.builtInKind)}
      />
      <div className="grid min-w-0 items-start gap-5 lg:grid-cols-2">
        <LicenceCard
          modelId={model.id}
          licence={model.licence}
          save={canEdit && !isArchived ? setModelLicenceAction : null}
        />
        <SizeCard
          modelId={model.id}
          size={modelSize({ ...model, providerModel: shown.providerModel })}
          save={canEdit && !isArchived ? setModelSizeAction : null}
        />
      </div>
      {other && other.id !== shown.id && !isRecorded && (
        <VersionDiff
          before={other.number < shown.number ? other : shown}
          after={other.number < shown.number ? shown : other}
        />
      )}
      {model.versions.length > 1 && (
        <Card title="Versions" flush>
          <VersionsTable versions={model.versions} shown={shown} />
        </Card>
      )}
    </Page>
  );
}
