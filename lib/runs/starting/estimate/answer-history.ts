import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { AnswerHistory, EstimateBasis, Spread } from "./estimate-basis.ts";

export type HistoryOf = { versionId: string; modelId: string; datasetId: string; before: Date };

/** Of so many runs, at most so many answers each: the newest say most, and the cost of asking does not grow with the runs. */
const runsLookedAt = 5;
const answersOfEach = 1_000;

/** Earlier answers of the version on the dataset, else of its model there, else of its model anywhere; null without any. */
export async function findAnswerHistory(
  ctx: Context,
  of: HistoryOf,
): Promise<Extract<EstimateBasis, { history: AnswerHistory }> | null> {
  const onDataset = Prisma.sql`and r.dataset_id = ${of.datasetId}::uuid`;
  const version = Prisma.sql`and r.model_version_id = ${of.versionId}::uuid`;
  const model = Prisma.sql`and r.model_version_id in (select id from model_version where model_id = ${of.modelId}::uuid)`;
  const scopes = [
    ["version-on-dataset", Prisma.sql`${version} ${onDataset}`],
    ["model-on-dataset", Prisma.sql`${model} ${onDataset}`],
    ["model-elsewhere", model],
  ] as const;
  for (const [kind, condition] of scopes) {
    const history = await readHistory(ctx, of.before, condition);
    if (history.answered > 0) return { kind, history };
  }
  return null;
}

type Row = Record<
  | "counted"
  | "answered"
  | "promptMean"
  | "promptSd"
  | "completionMean"
  | "completionSd"
  | "cached"
  | "latencyMs",
  number | null
>;

async function readHistory(ctx: Context, before: Date, condition: Prisma.Sql): Promise<AnswerHistory> {
  const [row] = await db().$queryRaw<Row[]>`
    select
      count(*)::int as "answered",
      count(*) filter (where counted)::int as "counted",
      (avg(prompt_tokens) filter (where counted))::float8 as "promptMean",
      (stddev_samp(prompt_tokens) filter (where counted))::float8 as "promptSd",
      (avg(completion_tokens) filter (where counted))::float8 as "completionMean",
      (stddev_samp(completion_tokens) filter (where counted))::float8 as "completionSd",
      (avg(coalesce(cached_tokens, 0)) filter (where counted))::float8 as "cached",
      avg(latency_ms)::float8 as "latencyMs"
    from (
      select r.id from run r
      where r.workspace_id = ${ctx.workspaceId}::uuid and r.created_at < ${before} ${condition}
      order by r.created_at desc
      limit ${runsLookedAt}
    ) as runs
    cross join lateral (
      select prompt_tokens, completion_tokens, cached_tokens, latency_ms,
        prompt_tokens is not null and completion_tokens is not null as counted
      from attempt
      where run_id = runs.id and outcome = 'answered'
      limit ${answersOfEach}
    ) as answers`;
  return {
    counted: row?.counted ?? 0,
    promptTokens: spread(row?.promptMean, row?.promptSd),
    completionTokens: spread(row?.completionMean, row?.completionSd),
    cachedTokens: row?.cached ?? 0,
    answered: row?.answered ?? 0,
    latencyMs: row?.latencyMs ?? null,
  };
}

function spread(mean: number | null | undefined, sd: number | null | undefined): Spread | null {
  return typeof mean === "number" ? { mean, sd: sd ?? 0 } : null;
}
