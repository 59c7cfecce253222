import { agreement } from "#lib/stats/repeats/grouped/agreement.ts";
import { type CaseGroup, meanOverGroups } from "#lib/stats/repeats/grouped/mean-over-groups.ts";
import { samplingNoiseShare } from "#lib/stats/repeats/grouped/sampling-noise.ts";
import { passAtK } from "#lib/stats/repeats/pass-at-k.ts";
import { passHatK } from "#lib/stats/repeats/pass-hat-k.ts";
import type { Repetitions } from "../scorecard.ts";
import type { UnitGroup } from "./rates/read-units.ts";
import type { RunScope } from "./run-scope.ts";

/** At most a few thousand rows, whatever the number of cases: there are so many ways to pass some of K attempts. */
const sql = `
  with cases as (
    select case_id, count(*) filter (where verdict in ('passed', 'failed')) as attempts, count(*) filter (where verdict = 'passed') as passes
    from attempt where workspace_id = $1 and run_id = $2 group by case_id
  )
  select attempts::int, passes::int, count(*)::int as cases from cases group by 1, 2`;

/** What several attempts at each case tell; null for a run that tries each case once. `units` are the groups of the run by its unit. */
export async function readRepetitions(
  scope: RunScope,
  units: readonly UnitGroup[],
): Promise<Repetitions | null> {
  if (scope.repetitions < 2) return null;
  const cases = units.map((unit) => ({ attempts: unit.scored, passes: unit.passed, cases: unit.units }));
  return describeRepetitions(
    scope.repetitions,
    scope.unit === "case" ? cases : await scope.query<CaseGroup>(sql),
  );
}

/** `groups` has every attempted case, also those of which nothing was scored. */
export function describeRepetitions(planned: number, groups: readonly CaseGroup[]): Repetitions {
  const countCases = (which: (group: CaseGroup) => boolean) =>
    groups.filter(which).reduce((sum, group) => sum + group.cases, 0);
  return {
    planned,
    stability: {
      always: countCases(({ attempts, passes }) => attempts > 0 && passes === attempts),
      sometimes: countCases(({ attempts, passes }) => passes > 0 && passes < attempts),
      never: countCases(({ attempts, passes }) => attempts > 0 && passes === 0),
    },
    nothingScored: countCases(({ attempts }) => attempts === 0),
    incomplete: countCases(({ attempts }) => attempts > 0 && attempts < planned),
    agreement: meanOverGroups(groups, agreement),
    samplingNoiseShare: samplingNoiseShare(groups),
    passOfK: Array.from({ length: planned }, (_, index) => ({
      k: index + 1,
      any: meanOverGroups(groups, (attempts) => passAtK(attempts, index + 1)),
      all: meanOverGroups(groups, (attempts) => passHatK(attempts, index + 1)),
    })),
  };
}
