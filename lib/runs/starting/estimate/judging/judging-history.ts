import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { JudgingHistory } from "./judging-outlook.ts";

/** Of so many runs, at most so many judged answers each, as in `findAnswerHistory`. */
const runsLookedAt = 5;
const gradesOfEach = 1_000;

type Row = {
  graderVersionId: string;
  onDataset: boolean;
  counted: number;
  promptMean: number;
  promptSd: number | null;
  completionMean: number;
  completionSd: number | null;
};
export type PastJudging = { kind: "on-dataset" | "elsewhere"; history: JudgingHistory };

/** What judged answers of these grader versions took: on the dataset where there are any, else on others. Versions without any are left out. */
export async function findJudgingHistory(
  ctx: Context,
  of: { graderVersionIds: readonly string[]; datasetId: string },
): Promise<Map<string, PastJudging>> {
  const rows = await db().$queryRaw<Row[]>`
    select asked.id as "graderVersionId", scope.on_dataset as "onDataset", count(*)::int as "counted",
      avg(used.prompt)::float8 as "promptMean", stddev_samp(used.prompt)::float8 as "promptSd",
      avg(used.completion)::float8 as "completionMean", stddev_samp(used.completion)::float8 as "completionSd"
    from unnest(${[...of.graderVersionIds]}::uuid[]) as asked(id)
    cross join (values (true), (false)) as scope(on_dataset)
    cross join lateral (
      select r.id from run r
      join run_grader g on g.run_id = r.id and g.grader_version_id = asked.id
      where r.workspace_id = ${ctx.workspaceId}::uuid
        and (r.dataset_id = ${of.datasetId}::uuid) = scope.on_dataset
      order by r.created_at desc
      limit ${runsLookedAt}
    ) as runs
    cross join lateral (
      select (usage->>'promptTokens')::float8 as prompt, (usage->>'completionTokens')::float8 as completion
      from grade
      where run_id = runs.id and grader_version_id = asked.id
        and usage->>'promptTokens' is not null and usage->>'completionTokens' is not null
      limit ${gradesOfEach}
    ) as used
    group by asked.id, scope.on_dataset`;
  const found = new Map<string, PastJudging>();
  for (const row of rows) {
    if (!row.onDataset && found.get(row.graderVersionId)?.kind === "on-dataset") continue;
    found.set(row.graderVersionId, {
      kind: row.onDataset ? "on-dataset" : "elsewhere",
      history: historyOf(row),
    });
  }
  return found;
}

function historyOf({ counted, promptMean, promptSd, completionMean, completionSd }: Row): JudgingHistory {
  return {
    counted,
    promptTokens: { mean: promptMean, sd: promptSd ?? 0 },
    completionTokens: { mean: completionMean, sd: completionSd ?? 0 },
  };
}
