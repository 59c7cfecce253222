import type { Metadata } from "next";
import { orNotFound, pageContext } from "#app/_server/page-context.ts";
import { DatasetHeader } from "#components/datasets/details/dataset-header.tsx";
import { BaselineHistory } from "#components/gates/policy/baseline-history.tsx";
import { MeasureAgain } from "#components/gates/policy/measure-again.tsx";
import { PolicyEditor } from "#components/gates/policy/policy-editor.tsx";
import { PolicyVersions } from "#components/gates/policy/policy-versions.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { listBaselines } from "#lib/baselines/list-baselines.ts";
import { hasRole } from "#lib/context/context.ts";
import { getDataset } from "#lib/datasets/get-dataset.ts";
import { lastRuns, listUnmeasuredRuns } from "#lib/gates/measure-again/list-unmeasured-runs.ts";
import { listPolicyVersions } from "#lib/gates/policy/list-policy-versions.ts";
import { listSliceChoices } from "#lib/gates/preview/list-slice-choices.ts";
import { findLatestGate } from "#lib/gates/results/find-latest-gate.ts";
import { datasetActions } from "../../action-sets.ts";
import { gateActions } from "../../gate-action-set.ts";
import { readDatasetId } from "../../read-dataset-id.ts";

export const metadata: Metadata = { title: "Gate" };

type GatePageProps = { params: Promise<{ datasetId: string }> };

export default async function GatePage({ params }: GatePageProps) {
  const { ctx } = await pageContext();
  const datasetId = await readDatasetId(params);
  const dataset = await orNotFound(getDataset(ctx, { datasetId }));
  const [policies, baselines, slices, gate, unmeasured] = await Promise.all([
    listPolicyVersions(ctx, { datasetId, limit: 50 }),
    listBaselines(ctx, { datasetId, limit: 50 }),
    listSliceChoices(ctx, dataset.latestVersion?.id ?? null),
    findLatestGate(ctx, datasetId),
    listUnmeasuredRuns(ctx, datasetId),
  ]);
  const canEdit = hasRole(ctx, "editor");
  const [inForce = null] = policies.items;
  return (
    <Page>
      <DatasetHeader dataset={dataset} canEdit={canEdit} actions={datasetActions} gate={gate} />
      {unmeasured.policyNumber !== null && unmeasured.runIds.length > 0 && (
        <MeasureAgain
          key={unmeasured.policyNumber}
          datasetId={datasetId}
          policyNumber={unmeasured.policyNumber}
          count={unmeasured.runIds.length}
          of={lastRuns}
          measureAgain={canEdit ? gateActions.measureAgain : null}
        />
      )}
      <PolicyEditor
        // What is typed starts anew from a policy that somebody else has saved.
        key={inForce?.id ?? "none"}
        datasetId={datasetId}
        inForce={inForce}
        slices={slices}
        save={canEdit && dataset.archivedAt === null ? gateActions.savePolicy : null}
      />
      <div className="grid min-w-0 items-start gap-5 lg:grid-cols-2">
        <PolicyVersions versions={policies.items} />
        <BaselineHistory datasetId={datasetId} baselines={baselines.items} />
      </div>
    </Page>
  );
}
