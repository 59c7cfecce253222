import type { Context } from "#lib/context/context.ts";
import { db, type Transaction } from "#lib/db/database.ts";
import { noSuchRun } from "#lib/runs/no-such-run.ts";

const ended = ["finished", "cancelled"];

const measurableSelect = {
  id: true,
  number: true,
  state: true,
  datasetId: true,
  planned: true,
  scorecard: { select: { computedAt: true, passed: true, failed: true } },
  graders: {
    where: { graderVersion: { critical: true } },
    select: { graderVersionId: true },
  },
} as const;

export type MeasurableRun = {
  id: string;
  number: number;
  datasetId: string;
  planned: number;
  criticalGraderVersionIds: string[];
  finished: boolean;
  /** Why the gate cannot speak of it yet. */
  missing: "under way" | "no scorecard" | null;
  /** At least one attempt has a verdict, so there is something to compare with. */
  hasVerdicts: boolean;
  /** Which grading of the run this is. */
  scorecardAt: Date | null;
};

/** A run as its gate needs it. @throws AppError not-found when it is missing or in another workspace. */
export async function findMeasurableRun(
  ctx: Context,
  runId: string,
  client: Pick<Transaction, "run"> = db(),
): Promise<MeasurableRun> {
  const found = await client.run.findFirst({
    where: { id: runId, workspaceId: ctx.workspaceId },
    select: measurableSelect,
  });
  if (found === null) throw noSuchRun();
  const { scorecard, state, graders, ...run } = found;
  return {
    ...run,
    criticalGraderVersionIds: graders.map(({ graderVersionId }) => graderVersionId),
    finished: state === "finished",
    missing: !ended.includes(state)
      ? state === "failed"
        ? "no scorecard"
        : "under way"
      : scorecard === null
        ? "no scorecard"
        : null,
    hasVerdicts: scorecard !== null && scorecard.passed + scorecard.failed > 0,
    scorecardAt: scorecard?.computedAt ?? null,
  };
}
