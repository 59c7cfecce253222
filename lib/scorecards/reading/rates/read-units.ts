import { type RunScope, unitColumn } from "../run-scope.ts";

/** `units` units alike: of `attempted` attempts in each, so many were scored and so many passed. */
export type UnitGroup = {
  attempted: number;
  scored: number;
  passed: number;
  units: number;
  /** Units with a latency. */
  timed: number;
  /** Sum over the units of what each cost in micro-dollars, unknown costs left out, and of its square. */
  cost: number;
  costSquares: number;
};

const sqlOf = (unit: "case" | "cluster") => `
  with units as (
    select ${unitColumn[unit]} as unit, count(*) as attempted, count(*) filter (where a.verdict in ('passed', 'failed')) as scored,
      count(*) filter (where a.verdict = 'passed') as passed, bool_or(a.latency_ms is not null and a.outcome = 'answered') as timed,
      coalesce(sum(a.cost_micro_usd), 0)::float8 as cost
    from attempt a ${unit === "cluster" ? "join case_revision r on r.id = a.case_revision_id" : ""}
    where a.workspace_id = $1 and a.run_id = $2
    group by 1
  )
  select attempted::int, scored::int, passed::int, count(*)::int as units, (count(*) filter (where timed))::int as timed,
    sum(cost) as cost, sum(cost * cost) as "costSquares"
  from units group by 1, 2, 3 order by 1, 2, 3`;

/** The cases or clusters of a run whose attempts are not independent, those that ended alike counted together. */
export async function readUnits(scope: RunScope, unit: "case" | "cluster"): Promise<UnitGroup[]> {
  return await scope.query<UnitGroup>(sqlOf(unit));
}
