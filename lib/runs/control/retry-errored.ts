import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { lockRunRow } from "./lock-run-row.ts";
import { openedShard, putBackToWork } from "./put-back-to-work.ts";
import { refuseUsedUpMonth } from "./refuse-used-up-month.ts";
import { refuseUnlessAllowed } from "./run-controls.ts";

const retryErroredInput = z.object({ runId: idSchema });
export type RetryErroredInput = z.input<typeof retryErroredInput>;

/** Tries the errored attempts of a run that has ended once more, and says how many. Answered attempts stay as they are. */
export async function retryErrored(ctx: Context, input: RetryErroredInput): Promise<{ errored: number }> {
  requireRole(ctx, "editor", "try errored attempts again");
  const { runId } = parseInput(retryErroredInput, input);
  return await db().$transaction(async (tx) => {
    const run = await lockRunRow(tx, ctx, runId);
    refuseUnlessAllowed("retry-errored", run);
    const withErrors = { workspaceId: ctx.workspaceId, runId, errored: { gt: 0 } };
    const sum = await tx.runShard.aggregate({ where: withErrors, _sum: { errored: true } });
    const errored = sum._sum.errored ?? 0;
    if (errored === 0) {
      throw new AppError(
        "conflict",
        `Run ${run.number} has no errored attempts; there is nothing to try again.`,
      );
    }
    await refuseUsedUpMonth(ctx, run);
    await tx.runShard.updateMany({ where: withErrors, data: openedShard });
    await putBackToWork(tx, ctx, run, { answerRound: { increment: 1 } });
    await writeAudit(tx, ctx, {
      action: "run.retry",
      subjectType: "run",
      subjectId: runId,
      detail: { errored },
    });
    return { errored };
  });
}
