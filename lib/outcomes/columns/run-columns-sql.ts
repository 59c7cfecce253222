/**
 * The planned attempts of a run `a` by case number and repetition, whether they exist or not. `$1` and `$2` are the workspace and the run.
 */
export const placed = `
  with facts as (
    select r.dataset_id, r.splits, r.repetitions, v.number
    from run r join dataset_version v on v.id = r.dataset_version_id where r.workspace_id = $1 and r.id = $2
  ), planned as materialized (
    select c.position, c.case_id
    from case_revision c
    where c.workspace_id = $1 and c.dataset_id = (select dataset_id from facts) and not c.archived
      and c.first_version <= (select number from facts)
      and (c.last_version is null or c.last_version >= (select number from facts))
      and ((select coalesce(cardinality(splits), 0) = 0 from facts) or c.split = any((select splits from facts)::"Split"[]))
  ), placed as (
    select p.position, p.case_id, k.repetition
    from planned p cross join generate_series(1, (select repetitions from facts)) as k(repetition)
  )`;

const inOrder = "order by p.position, p.repetition";
const code = (cases: string) => `decode(string_agg(${cases}, '' ${inOrder}), 'hex')`;
const numbers = (value: string) =>
  `string_agg(float8send(coalesce(${value}, 'NaN'::float8)), ''::bytea ${inOrder})`;

/** One row of columns; null columns where nothing is planned. */
export const runColumnsSql = `${placed}
  select (select string_agg(int4send(position), ''::bytea order by position) from planned) as "caseNumbers",
    ${code("case a.verdict when 'passed' then '01' when 'failed' then '02' when 'unscored' then '03' when 'errored' then '04' else '00' end")} as verdicts,
    ${numbers("a.latency_ms")} as "latencyMs",
    ${numbers("a.cost_micro_usd::float8")} as "costMicroUsd",
    ${code("case when a.finish_reason = 'length' then '01' else '00' end")} as truncated
  from placed p left join attempt a
    on a.workspace_id = $1 and a.run_id = $2 and a.case_id = p.case_id and a.repetition = p.repetition`;

/** A row of columns for each grader of the run, in its order. */
export const graderColumnsSql = `${placed}
  select rg.grader_version_id::text as "graderVersionId",
    ${code("case when g.status = 'unscored' then '03' when g.passed then '01' when g.status = 'scored' then '02' else '00' end")} as verdicts,
    ${numbers("g.score")} as scores
  from run_grader rg cross join placed p left join grade g
    on g.workspace_id = $1 and g.run_id = $2 and g.case_id = p.case_id and g.repetition = p.repetition
      and g.grader_version_id = rg.grader_version_id
  where rg.workspace_id = $1 and rg.run_id = $2
  group by rg.grader_version_id, rg.position order by rg.position`;

/** Stores the columns under the time `$3` of the scorecard that they belong to. No attempt travels to this process. */
export const storeRunColumnsSql = `
  insert into run_outcomes (run_id, workspace_id, computed_at, case_numbers, verdicts, latency_ms, cost_micro_usd, truncated)
  select $2, $1, $3, "caseNumbers", verdicts, "latencyMs", "costMicroUsd", truncated from (${runColumnsSql}) made
  where "caseNumbers" is not null
  on conflict (run_id) do update set computed_at = excluded.computed_at, case_numbers = excluded.case_numbers,
    verdicts = excluded.verdicts, latency_ms = excluded.latency_ms, cost_micro_usd = excluded.cost_micro_usd,
    truncated = excluded.truncated`;

export const storeGraderColumnsSql = `
  insert into grader_outcomes (run_id, grader_version_id, workspace_id, verdicts, scores)
  select $2, "graderVersionId"::uuid, $1, verdicts, scores from (${graderColumnsSql}) made
  on conflict (run_id, grader_version_id) do update set verdicts = excluded.verdicts, scores = excluded.scores`;

export const readRunColumnsSql = `
  select case_numbers as "caseNumbers", verdicts, latency_ms as "latencyMs", cost_micro_usd as "costMicroUsd", truncated
  from run_outcomes where workspace_id = $1 and run_id = $2`;

export const readGraderColumnsSql = `
  select o.grader_version_id::text as "graderVersionId", o.verdicts, o.scores
  from grader_outcomes o
    join run_grader rg on rg.run_id = o.run_id and rg.grader_version_id = o.grader_version_id
  where o.workspace_id = $1 and o.run_id = $2 order by rg.position`;
