import { findBaseline } from "#lib/baselines/find-baseline.ts";
import type { Context } from "#lib/context/context.ts";
import type { GateReport } from "./gate-report.ts";
import { getGate } from "./get-gate.ts";
import { type GateResultRow, listGateResults } from "./list-gate-results.ts";
import { findMeasurableRun } from "./measurable-run.ts";

export type GatePanelData = {
  report: GateReport;
  history: GateResultRow[];
  /** The run is the baseline in force. */
  isBaseline: boolean;
  /** It has ended with a scorecard and at least one verdict, so it may be approved. */
  canBeBaseline: boolean;
};

/** What the page of a run shows of its gate. @throws AppError not-found when the run is missing or in another workspace. */
export async function loadGatePanel(ctx: Context, runId: string): Promise<GatePanelData> {
  const run = await findMeasurableRun(ctx, runId);
  const [report, history, baseline] = await Promise.all([
    getGate(ctx, { runId }),
    listGateResults(ctx, { runId }),
    findBaseline(ctx, { datasetId: run.datasetId }),
  ]);
  return {
    report,
    history,
    isBaseline: baseline?.runId === runId,
    canBeBaseline: run.finished && run.missing === null && run.hasVerdicts,
  };
}
