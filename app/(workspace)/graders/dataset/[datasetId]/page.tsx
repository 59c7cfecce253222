import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { AuditCard } from "#components/graders/audit/audit-card.tsx";
import { DatasetGradersEditor } from "#components/graders/dataset/dataset-graders-editor.tsx";
import { ProposalsCard } from "#components/graders/dataset/proposals-card.tsx";
import { thresholdSentence } from "#components/graders/threshold-sentence.ts";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { hasRole } from "#lib/context/context.ts";
import { getDataset } from "#lib/datasets/get-dataset.ts";
import { loadDatasetAudit } from "#lib/graders/audit/load-grader-audit.ts";
import { listDatasetGraders } from "#lib/graders/list-dataset-graders.ts";
import { listGraders } from "#lib/graders/list-graders.ts";
import { toGraderRow } from "#lib/graders/listing/grader-row.ts";
import { loadGraderProposals } from "#lib/graders/proposals/load-grader-proposals.ts";
import { findGraderKind } from "#lib/graders/registry.ts";
import { getVerdictRule } from "#lib/graders/verdict/get-verdict-rule.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { adoptProposedGradersAction, setDatasetGradersAction } from "../../actions.ts";

export const metadata: Metadata = { title: "Graders of a dataset" };

export default async function DatasetGradersPage({ params }: { params: Promise<{ datasetId: string }> }) {
  const { ctx } = await pageContext();
  const parsed = idSchema.safeParse((await params).datasetId);
  if (!parsed.success) notFound();
  const datasetId = parsed.data;
  const [dataset, chosen, verdictRule, graders, audit] = await orNotFound(
    Promise.all([
      getDataset(ctx, { datasetId }),
      listDatasetGraders(ctx, { datasetId }),
      getVerdictRule(ctx, { datasetId }),
      listGraders(ctx, { limit: 500 }),
      loadDatasetAudit(ctx, { datasetId }),
    ]),
  );
  const proposed = await loadGraderProposals(ctx, { datasetId, cost: "paid" });
  const proposals = proposed.filter(({ kind }) => chosen.every((grader) => grader.kind !== kind));
  const canEdit = hasRole(ctx, "editor");
  const ids = chosen.map((grader) => grader.id);

  return (
    <Page width="narrow">
      <PageHeader
        breadcrumb={[
          { label: "Datasets", href: "/datasets" },
          { label: dataset.name, href: `/datasets/${datasetId}` },
          { label: "Graders" },
        ]}
        title={`Graders of ${dataset.name}`}
        description="What a new run of this dataset is scored with."
      />
      {proposals.length > 0 && (
        <ProposalsCard
          datasetId={datasetId}
          proposals={proposals.map(({ name, kind, weight, reason, blind, cost }) => ({
            name,
            kind,
            kindLabel: findGraderKind(kind)?.label ?? kind,
            decides: weight > 0,
            reason,
            blind,
            cost,
          }))}
          canEdit={canEdit}
          adopt={adoptProposedGradersAction}
        />
      )}
      <DatasetGradersEditor
        key={`${ids.join()} ${JSON.stringify(verdictRule)}`}
        datasetId={datasetId}
        chosen={ids}
        verdictRule={verdictRule}
        graders={graders.items.map(toGraderRow).map((grader) => ({
          id: grader.id,
          name: grader.name,
          kindLabel: grader.kindLabel,
          rule: thresholdSentence(grader),
          weight: grader.weight,
          critical: grader.critical,
        }))}
        lockedReason={canEdit ? null : "You need the role editor to choose the graders of a dataset."}
        set={setDatasetGradersAction}
      />
      {audit.runNumbers.length > 0 && (
        <AuditCard
          title="How these graders do"
          description={`From the stored grades of ${runWords(audit.runNumbers)}. Remarks block nothing.`}
          notes={audit.notes}
          showGrader
        />
      )}
    </Page>
  );
}

function runWords(numbers: readonly number[]): string {
  const [newest] = numbers;
  return numbers.length === 1
    ? `run ${newest}`
    : `the last ${numbers.length} finished runs, up to run ${newest}`;
}
