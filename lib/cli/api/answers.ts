import type { DatasetRow } from "#lib/datasets/list-datasets.ts";
import type { Policy } from "#lib/gates/policy/policy-schema.ts";
import type { GateReport } from "#lib/gates/results/gate-report.ts";
import type { ModelListItem } from "#lib/models/list-models.ts";
import type { RunDetail } from "#lib/runs/get-run.ts";
import type { RunProgress } from "#lib/runs/run-progress.ts";

/** What crosses the wire as JSON, as far as it is read: the fields are those of the verbs that answer. */
export type RunAnswer = Pick<RunDetail, "id" | "number" | "planned" | "dataset"> & {
  datasetVersion: Pick<RunDetail["datasetVersion"], "number">;
  model: Pick<RunDetail["model"], "modelName" | "number">;
};
export type GateAnswer = Omit<GateReport, "evaluatedAt">;
export type ProgressAnswer = Pick<
  RunProgress,
  "state" | "stateReason" | "planned" | "done" | "passed" | "failed" | "errored" | "unscored" | "ended"
>;
export type PolicyAnswer = {
  policy: { number: number; note: string; rules: Policy } | null;
  baseline: { runId: string; runNumber: number } | null;
};
export type DatasetAnswer = Pick<DatasetRow, "id" | "name">;
export type ModelAnswer = Pick<ModelListItem, "id" | "name">;
