import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { RunState } from "#lib/db/generated/client.ts";
import { noSuchRun } from "#lib/runs/no-such-run.ts";
import { toByteColumn, toFloat64Column, toInt32Column } from "./columns/column-bytes.ts";
import { inOneMoment } from "./columns/in-one-moment.ts";
import { memoryOf } from "./columns/remembered.ts";
import {
  graderColumnsSql,
  readGraderColumnsSql,
  readRunColumnsSql,
  runColumnsSql,
  storeGraderColumnsSql,
  storeRunColumnsSql,
} from "./columns/run-columns-sql.ts";
import type { RunOutcomes } from "./run-outcomes.ts";

export const endedStates: readonly RunState[] = ["finished", "cancelled", "failed"];

/** What is asked of a run before its columns are read. */
export type OutcomesHead = {
  id: string;
  state: RunState;
  datasetId: string;
  datasetVersionId: string;
  repetitions: number;
  scorecard: { computedAt: Date } | null;
  outcomes: { computedAt: Date } | null;
};

const remembered = memoryOf<RunOutcomes>(128 * 1024 * 1024, bytesOf);

/**
 * The outcomes of runs in columns, in the order of the ids. Those of an ended run are stored once, made anew when its scorecard is,
 * and remembered; those of a run under way are read as they are at this moment.
 *
 * @throws AppError not-found when a run is missing or in another workspace.
 */
export async function loadRunOutcomes(ctx: Context, runIds: readonly string[]): Promise<RunOutcomes[]> {
  const heads = await findHeads(ctx, runIds);
  return await Promise.all(heads.map(async (head) => await loadOutcomesOf(ctx, head)));
}

/**
 * Makes the columns of an ended run where they are not made yet, so that no page waits for it, and reads none of them.
 *
 * @throws AppError not-found when the run is missing or in another workspace.
 */
export async function storeRunOutcomes(ctx: Context, runId: string): Promise<{ datasetVersionId: string }> {
  const [head] = await findHeads(ctx, [runId]);
  if (head === undefined) throw noSuchRun();
  const computedAt = scorecardTime(head);
  if (computedAt !== undefined && !hasColumns(head, computedAt)) await store(ctx, runId, computedAt);
  return head;
}

/** In the order of the ids. */
async function findHeads(ctx: Context, runIds: readonly string[]): Promise<OutcomesHead[]> {
  const heads = await db().run.findMany({
    where: { workspaceId: ctx.workspaceId, id: { in: [...runIds] } },
    select: {
      id: true,
      state: true,
      datasetId: true,
      datasetVersionId: true,
      repetitions: true,
      scorecard: { select: { computedAt: true } },
      outcomes: { select: { computedAt: true } },
    },
  });
  return runIds.map((id) => {
    const head = heads.find((one) => one.id === id);
    if (head === undefined) throw noSuchRun();
    return head;
  });
}

/** The same for one run that was looked up before. */
export async function loadOutcomesOf(ctx: Context, head: OutcomesHead): Promise<RunOutcomes> {
  const computedAt = scorecardTime(head);
  if (computedAt === undefined) {
    return await read(ctx, head, { run: runColumnsSql, graders: graderColumnsSql });
  }
  return await remembered(`${ctx.workspaceId} ${head.id} ${computedAt.getTime()}`, async () => {
    if (!hasColumns(head, computedAt)) await store(ctx, head.id, computedAt);
    return await read(ctx, head, { run: readRunColumnsSql, graders: readGraderColumnsSql });
  });
}

/** Undefined while a run is under way: its columns would be others in a moment. */
function scorecardTime({ state, scorecard }: OutcomesHead): Date | undefined {
  return endedStates.includes(state) ? scorecard?.computedAt : undefined;
}

function hasColumns({ outcomes }: OutcomesHead, computedAt: Date): boolean {
  return outcomes?.computedAt.getTime() === computedAt.getTime();
}

async function store(ctx: Context, runId: string, computedAt: Date): Promise<void> {
  const ids = [ctx.workspaceId, runId];
  await inOneMoment(async (client) => {
    await client.query(storeRunColumnsSql, [...ids, computedAt]);
    await client.query("delete from grader_outcomes where workspace_id = $1 and run_id = $2", ids);
    await client.query(storeGraderColumnsSql, ids);
  });
}

type RunColumns = Record<
  "caseNumbers" | "verdicts" | "latencyMs" | "costMicroUsd" | "truncated",
  Buffer | null
>;
type GraderColumns = { graderVersionId: string; verdicts: Buffer; scores: Buffer };

const empty = Buffer.alloc(0);

async function read(
  ctx: Context,
  head: OutcomesHead,
  sql: { run: string; graders: string },
): Promise<RunOutcomes> {
  const ids = [ctx.workspaceId, head.id];
  const { columns, graders } = await inOneMoment(async (client) => ({
    columns: (await client.query<RunColumns>(sql.run, ids)).rows[0],
    graders: (await client.query<GraderColumns>(sql.graders, ids)).rows,
  }));
  return {
    runId: head.id,
    datasetId: head.datasetId,
    datasetVersionId: head.datasetVersionId,
    repetitions: head.repetitions,
    caseNumbers: toInt32Column(columns?.caseNumbers ?? empty),
    verdicts: toByteColumn(columns?.verdicts ?? empty),
    latencyMs: toFloat64Column(columns?.latencyMs ?? empty),
    costMicroUsd: toFloat64Column(columns?.costMicroUsd ?? empty),
    truncated: toByteColumn(columns?.truncated ?? empty),
    graders: graders.map(({ graderVersionId, verdicts, scores }) => ({
      graderVersionId,
      verdicts: toByteColumn(verdicts),
      scores: toFloat64Column(scores),
    })),
  };
}

function bytesOf({
  caseNumbers,
  verdicts,
  latencyMs,
  costMicroUsd,
  truncated,
  graders,
}: RunOutcomes): number {
  return [caseNumbers, verdicts, latencyMs, costMicroUsd, truncated]
    .concat(graders.flatMap((grader) => [grader.verdicts, grader.scores]))
    .reduce((sum, column) => sum + column.byteLength, 0);
}
