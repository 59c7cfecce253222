import type { Rate } from "../scorecard.ts";
import { rateOfUnits, type UnitCounts } from "./rate.ts";
import { type RunScope, type RunUnit, unitColumn } from "./run-scope.ts";

/** The pass rate of a run whose attempts are not independent: units with as many scored and passed attempts are counted together. */
export async function readPassRate(scope: RunScope, unit: Exclude<RunUnit, "attempt">): Promise<Rate | null> {
  const rows = await scope.query<{ scored: number; passed: number; units: number }>(`
    with units as (
      select ${unitColumn[unit]} as unit, count(*) as scored, count(*) filter (where a.verdict = 'passed') as passed
      from attempt a ${unit === "cluster" ? "join case_revision r on r.id = a.case_revision_id" : ""}
      where a.workspace_id = $1 and a.run_id = $2 and a.verdict in ('passed', 'failed')
      group by 1
    )
    select scored::int, passed::int, count(*)::int as units from units group by 1, 2`);
  const counts: UnitCounts = rows.map((row) => [row.scored, row.passed, row.units]);
  return rateOfUnits(counts, unit);
}
