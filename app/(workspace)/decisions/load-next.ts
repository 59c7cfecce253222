import type { Context } from "#lib/context/context.ts";
import type { Board } from "#lib/decisions/board/board-schema.ts";
import { listNextRuns } from "#lib/decisions/next-run/list-next-runs.ts";
import type { NextRuns, RunUnderWay } from "#lib/decisions/next-run/next-run.ts";
import { getLiveRun, type LiveRun } from "#lib/runs/sight/get-live-run.ts";

/** A browser keeps six connections to one server: some must stay free for the page itself. */
const mostWatched = 3;

/** What could still be measured for a board, with where the newest runs under way stand. */
export async function loadNext(
  ctx: Context,
  { dataset, candidates }: Pick<Board, "dataset" | "candidates">,
  underWay: readonly RunUnderWay[],
): Promise<{ next: NextRuns; live: LiveRun[] }> {
  const next = await listNextRuns(ctx, { datasetId: dataset.id, underWay, candidates });
  const watched = next.underWay.slice(0, mostWatched);
  return { next, live: await Promise.all(watched.map(async ({ id }) => await getLiveRun(ctx, id))) };
}
