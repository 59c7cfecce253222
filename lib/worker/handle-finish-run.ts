import { contradictDecisions } from "#lib/decisions/reopening/contradict-decisions.ts";
import { evaluateGate } from "#lib/gates/evaluate-gate.ts";
import type { FinishRunPayload } from "#lib/jobs/finish-run.ts";
import { log } from "#lib/log/log.ts";
import { withLogContext } from "#lib/log/log-context.ts";
import { storeRunOutcomes } from "#lib/outcomes/load-run-outcomes.ts";
import { storeVersionCases } from "#lib/outcomes/load-version-cases.ts";
import { finishRun } from "#lib/scorecards/finish-run.ts";
import { systemContext } from "./system-context.ts";

/**
 * Ends a run, then measures it by its dataset's policy, then holds it against the decisions on its dataset. A worker that is killed in
 * between has not completed the job: whoever takes it next finds the run ended and does the rest. All of it may be done twice.
 */
export async function handleFinishRun({ workspaceId, runId }: FinishRunPayload): Promise<void> {
  const ctx = systemContext(workspaceId);
  await finishRun(ctx, runId);
  await withLogContext({ requestId: ctx.requestId, workspaceId, runId }, async () => {
    // No page waits for them to be made.
    const { datasetVersionId } = await storeRunOutcomes(ctx, runId);
    await storeVersionCases(ctx, datasetVersionId);
    const startedAt = performance.now();
    const verdict = await evaluateGate(ctx, { runId });
    const durationMs = Math.round(performance.now() - startedAt);
    if (verdict !== null) log.info({ event: "gate", verdict, durationMs }, `gate: ${verdict}`);
    const contradicted = await contradictDecisions(ctx, { runId });
    if (contradicted > 0) log.info({ event: "decisions", contradicted }, "decisions contradicted");
  });
}
