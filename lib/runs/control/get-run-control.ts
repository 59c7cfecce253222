import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { noSuchRun } from "../no-such-run.ts";
import type { Priority } from "../starting/options/default-run-options.ts";
import { paidMicroUsd } from "./budget.ts";
import { listPinnedGraders } from "./grading/list-pinned-graders.ts";

export type RunControlFacts = {
  priority: Priority;
  /** In micro-dollars; null is no limit. */
  budgetMicroUsd: number | null;
  paidMicroUsd: number;
  /** Since when the run stands still, or null when it does not or nobody wrote it down. */
  pausedSince: Date | null;
  /** Errored attempts, and how many attempts of the same shards were not asked for before the run was stopped. */
  errored: number;
  notAskedBeside: number;
  /** Graders of which there is a newer version than the run pins. */
  gradersBehind: { graderId: string; name: string; number: number; newestNumber: number }[];
};

/** What the controls of a run need to know to say what they will do. */
export async function getRunControl(ctx: Context, runId: string): Promise<RunControlFacts> {
  const scope = { workspaceId: ctx.workspaceId };
  const [run, paid, withErrors, pinned] = await Promise.all([
    db().run.findFirst({
      where: { ...scope, id: runId },
      select: { state: true, priority: true, budgetMicroUsd: true },
    }),
    paidMicroUsd(db(), ctx, runId),
    db().runShard.aggregate({
      where: { ...scope, runId, errored: { gt: 0 } },
      _sum: { planned: true, answered: true, errored: true },
    }),
    listPinnedGraders(db(), ctx, runId),
  ]);
  if (run === null) throw noSuchRun();
  const { planned, answered, errored } = withErrors._sum;
  return {
    priority: run.priority,
    budgetMicroUsd: run.budgetMicroUsd === null ? null : Number(run.budgetMicroUsd),
    paidMicroUsd: paid,
    pausedSince: run.state === "paused" ? await findPausedSince(ctx, runId) : null,
    errored: errored ?? 0,
    notAskedBeside: Math.max(0, (planned ?? 0) - (answered ?? 0) - (errored ?? 0)),
    gradersBehind: pinned
      .filter(({ number, newest }) => newest.number > number)
      .map(({ graderId, name, number, newest }) => ({ graderId, name, number, newestNumber: newest.number })),
  };
}

async function findPausedSince(ctx: Context, runId: string): Promise<Date | null> {
  const event = await db().auditEvent.findFirst({
    where: { workspaceId: ctx.workspaceId, subjectType: "run", subjectId: runId, action: "run.pause" },
    orderBy: { createdAt: "desc" },
    select: { createdAt: true },
  });
  return event?.createdAt ?? null;
}
