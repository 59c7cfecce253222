import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { AuditCard } from "#components/graders/audit/audit-card.tsx";
import { ArchiveGraderButton } from "#components/graders/editor/archive-grader-button.tsx";
import { GraderEditor } from "#components/graders/editor/grader-editor.tsx";
import { MeaningChoicesProvider } from "#components/graders/forms/meaning/meaning-choices.tsx";
import { formSpecOf } from "#components/graders/forms/specs/form-specs.ts";
import { thresholdSentence } from "#components/graders/threshold-sentence.ts";
import { VersionList } from "#components/graders/version-list.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { type Context, hasRole } from "#lib/context/context.ts";
import { loadGraderAudit } from "#lib/graders/audit/load-grader-audit.ts";
import { getGrader } from "#lib/graders/get-grader.ts";
import { listGraderVersions } from "#lib/graders/list-grader-versions.ts";
import { kindOptions } from "#lib/graders/listing/kind-option.ts";
import { judgesOf } from "#lib/graders/listing/list-judge-choices.ts";
import { withChanges } from "#lib/graders/listing/version-changes.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { listPreviewRuns } from "#lib/runs/control/grading/preview/list-preview-runs.ts";
import {
  listSampleCasesAction,
  setGraderArchivedAction,
  tryGraderAction,
  updateGraderAction,
} from "../actions.ts";
import { listTryDatasets } from "../list-try-datasets.ts";
import { meaningChoices } from "../meaning-choices.ts";

export const metadata: Metadata = { title: "Grader" };

export default async function GraderPage({ params }: { params: Promise<{ graderId: string }> }) {
  const { ctx } = await pageContext();
  const parsed = idSchema.safeParse((await params).graderId);
  if (!parsed.success) notFound();
  const graderId = parsed.data;
  const [grader, versions, datasets, audits, previewRuns] = await orNotFound(
    Promise.all([
      getGrader(ctx, graderId),
      listGraderVersions(ctx, { graderId, limit: 50 }),
      listTryDatasets(ctx),
      loadGraderAudit(ctx, { graderId }),
      listPreviewRuns(ctx, { graderId }),
    ]),
  );
  const kind = kindOptions().find((option) => option.kind === grader.kind) ?? null;
  const archived = grader.archivedAt !== null;

  return (
    <Page>
      <PageHeader
        breadcrumb={[{ label: "Graders", href: "/graders" }, { label: grader.name }]}
        title={grader.name}
        meta={
          <>
            <Badge tone="outline">{kind?.label ?? grader.kind}</Badge>
            {archived && <Badge>archived</Badge>}
            {grader.critical && <Badge tone="warning">critical</Badge>}
            {grader.weight === 0 && <Badge tone="outline">recorded only</Badge>}
            <span>An answer {thresholdSentence({ ...grader, binary: kind?.binary ?? false })}.</span>
            <span>
              Version {grader.number}, <Timestamp value={grader.changedAt} />
            </span>
          </>
        }
        actions={
          hasRole(ctx, "editor") && (
            <ArchiveGraderButton
              grader={{ id: grader.id, name: grader.name, archived }}
              setArchived={setGraderArchivedAction}
            />
          )
        }
      />
      <MeaningChoicesProvider choices={await meaningChoices(ctx, judgesOf(grader.config))}>
        <GraderEditor
          key={grader.versionId}
          grader={grader}
          kind={kind}
          formSpec={formSpecOf(grader.kind)}
          datasets={datasets}
          lockedReason={lockedReason(ctx, archived)}
          previewRuns={previewRuns}
          actions={{
            update: updateGraderAction,
            tryGrader: tryGraderAction,
            listSampleCases: listSampleCasesAction,
          }}
        />
      </MeaningChoicesProvider>
      {audits.map(({ dataset, notes }) => (
        <AuditCard
          key={dataset.id}
          title={`How it does on ${dataset.name}`}
          description="From the stored grades of its last finished runs. Remarks block nothing."
          notes={notes}
          showGrader={false}
        />
      ))}
      <VersionList versions={withChanges(versions.items)} />
    </Page>
  );
}

function lockedReason(ctx: Context, archived: boolean): string | null {
  if (archived) return "This grader is archived. Restore it before you edit it.";
  return hasRole(ctx, "editor") ? null : "You need the role editor to change a grader. You can try it here.";
}
