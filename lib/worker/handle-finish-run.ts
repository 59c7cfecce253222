import { evaluateGate } from "#lib/gates/evaluate-gate.ts";
import type { FinishRunPayload } from "#lib/jobs/finish-run.ts";
import { log } from "#lib/log/log.ts";
import { withLogContext } from "#lib/log/log-context.ts";
import { finishRun } from "#lib/scorecards/finish-run.ts";
import { systemContext } from "./system-context.ts";

/**
 * Ends a run, then measures it by its dataset's policy. A worker that is killed in between has not completed the job: whoever takes it
 * next finds the run ended and evaluates its gate. Both may be done twice.
 */
export async function handleFinishRun({ workspaceId, runId }: FinishRunPayload): Promise<void> {
  const ctx = systemContext(workspaceId);
  await finishRun(ctx, runId);
  await withLogContext({ requestId: ctx.requestId, workspaceId, runId }, async () => {
    const startedAt = performance.now();
    const verdict = await evaluateGate(ctx, { runId });
    if (verdict === null) return;
    const durationMs = Math.round(performance.now() - startedAt);
    log.info({ event: "gate", verdict, durationMs }, `gate: ${verdict}`);
  });
}
