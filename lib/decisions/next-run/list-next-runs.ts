import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import type { Candidate } from "../board/board-schema.ts";
import type { NextRuns, RunUnderWay } from "./next-run.ts";

type OnBoard = {
  datasetId: string;
  /** As `listUnderWay` told before the board was weighed. */
  underWay: readonly RunUnderWay[];
  candidates: readonly { run: Candidate["run"]; model: Pick<Candidate["model"], "id" | "name"> }[];
};

const maxUnmeasured = 30;

/** A model of imported answers can only be run where it has an answer to a case of the dataset. */
const unmeasuredSql = `
  select m.id, m.name, count(*) over ()::int as total
  from model m
    join lateral (select id, provider from model_version where model_id = m.id order by number desc limit 1) newest on true
  where m.workspace_id = $1 and m.archived_at is null
    and not exists (
      select 1 from run r join model_version mv on mv.id = r.model_version_id join scorecard s on s.run_id = r.id
      where r.workspace_id = $1 and r.dataset_id = $2 and mv.model_id = m.id and r.state = 'finished' and s.pass_rate is not null)
    and (newest.provider <> 'recorded' or exists (
      select 1 from "case" c join recorded_answer a on a.model_version_id = newest.id and a.case_key = c.key
      where c.dataset_id = $2))
  order by m.created_at desc, m.name limit ${maxUnmeasured}`;

const latestSql = `
  select distinct on (mv.model_id) r.id, r.number, mv.model_id as "modelId", r.finished_at as "finishedAt"
  from run r join model_version mv on mv.id = r.model_version_id join scorecard s on s.run_id = r.id
  where r.workspace_id = $1 and r.dataset_id = $2 and mv.model_id = any($3) and r.state = 'finished' and s.pass_rate is not null
  order by mv.model_id, r.finished_at desc, r.number desc`;

/** What could still be measured for a board: runs under way, models without a run, and newer runs than those that were chosen. */
export async function listNextRuns(
  ctx: Context,
  { datasetId, underWay, candidates }: OnBoard,
): Promise<NextRuns> {
  const scope = [ctx.workspaceId, datasetId];
  const modelIds = candidates.map(({ model }) => model.id);
  const [unmeasured, latest] = await Promise.all([
    pool().query<{ id: string; name: string; total: number }>(unmeasuredSql, scope),
    pool().query<{ id: string; number: number; modelId: string; finishedAt: Date }>(latestSql, [
      ...scope,
      modelIds,
    ]),
  ]);
  const busy = new Set(underWay.map(({ model }) => model.id));
  const [first] = unmeasured.rows;
  return {
    underWay: [...underWay],
    unmeasured: unmeasured.rows.filter(({ id }) => !busy.has(id)).map(({ id, name }) => ({ id, name })),
    moreUnmeasured: Math.max(0, (first?.total ?? 0) - unmeasured.rows.length),
    newer: latest.rows.flatMap(({ id, number, modelId, finishedAt }) => {
      const weighed = candidates.filter(({ model }) => model.id === modelId);
      const [last] = weighed.toSorted((a, b) => b.run.number - a.run.number);
      const isNewer =
        last !== undefined &&
        weighed.every(({ run }) => run.id !== id) &&
        finishedAt.toISOString() > (last.run.finishedAt ?? "");
      return isNewer ? [{ id, number, model: last.model, insteadOf: last.run.id }] : [];
    }),
  };
}
