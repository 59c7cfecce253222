import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { getRunProgress } from "../get-run-progress.ts";
import type { RunProgress } from "../run-progress.ts";
import { readSightSource } from "./read-sight-source.ts";
import { describeSight, type RunSight } from "./run-sight.ts";

export const getRunSightInput = z.object({ runId: idSchema });
export type GetRunSightInput = z.input<typeof getRunSightInput>;

/** Where a run stands and what it is doing; null once it has ended. */
export type LiveRun = RunProgress & { sight: RunSight | null };

const nothingWatched = { perSecond: null, history: [] };

/** What a run is doing at this moment. */
export async function getRunSight(ctx: Context, input: GetRunSightInput): Promise<RunSight> {
  const { runId } = parseInput(getRunSightInput, input);
  const [source, errors] = await Promise.all([readSightSource(ctx, runId), readErrorCounts(ctx, runId)]);
  return describeSight(source, { throughput: nothingWatched, errors });
}

export async function getLiveRun(ctx: Context, runId: string): Promise<LiveRun> {
  const progress = await getRunProgress(ctx, runId);
  return { ...progress, sight: progress.ended ? null : await getRunSight(ctx, { runId }) };
}

/** Reads the errored attempts of a run by their own index. */
export async function readErrorCounts(ctx: Context, runId: string): Promise<RunSight["errors"]> {
  const { rows } = await pool().query<RunSight["errors"][number]>(
    `select coalesce(error_code, error_class) as "errorClass", count(*)::int as count
     from attempt where workspace_id = $1 and run_id = $2 and verdict = 'errored'
     group by 1 order by 2 desc, 1 limit 20`,
    [ctx.workspaceId, runId],
  );
  return rows;
}
