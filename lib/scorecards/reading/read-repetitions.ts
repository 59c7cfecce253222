import { agreement } from "#lib/stats/repeats/grouped/agreement.ts";
import { type ClusterGroup, meanOverClusters } from "#lib/stats/repeats/grouped/mean-over-clusters.ts";
import { type CaseGroup, meanOverGroups } from "#lib/stats/repeats/grouped/mean-over-groups.ts";
import { samplingNoiseShare } from "#lib/stats/repeats/grouped/sampling-noise.ts";
import type { CaseAttempts } from "#lib/stats/repeats/pass-at-k.ts";
import { passAtK } from "#lib/stats/repeats/pass-at-k.ts";
import { passHatK } from "#lib/stats/repeats/pass-hat-k.ts";
import type { Repetitions } from "../scorecard.ts";
import type { UnitGroup } from "./rates/read-units.ts";
import { type RunScope, unitColumn } from "./run-scope.ts";

/** Clusters whose cases did alike are one row; `members` are attempts, passes and the number of cases that did so. */
const clustersSql = `
  with cases as (
    select ${unitColumn.cluster} as unit, a.case_id, count(*) filter (where a.verdict in ('passed', 'failed')) as attempts,
      count(*) filter (where a.verdict = 'passed') as passes
    from attempt a join case_revision r on r.id = a.case_revision_id
    where a.workspace_id = $1 and a.run_id = $2 group by 1, 2
  ), kinds as (
    select unit, attempts, passes, count(*) as cases from cases group by 1, 2, 3
  ), clusters as (
    select jsonb_agg(jsonb_build_object('attempts', attempts, 'passes', passes, 'cases', cases) order by attempts, passes) as members
    from kinds group by unit
  )
  select members, count(*)::int as clusters from clusters group by 1`;

/** What several attempts at each case tell; null for a run that tries each case once. `units` are the groups of the run by its unit. */
export async function readRepetitions(
  scope: RunScope,
  units: readonly UnitGroup[],
): Promise<Repetitions | null> {
  if (scope.repetitions < 2) return null;
  if (scope.unit === "cluster") {
    return describeClusters(scope.repetitions, await scope.query<ClusterGroup>(clustersSql));
  }
  const cases = units.map((unit) => ({ attempts: unit.scored, passes: unit.passed, cases: unit.units }));
  return describeRepetitions(scope.repetitions, cases);
}

type Metric = (attempts: CaseAttempts) => number | null;

/** Cases that are independent of one another. `groups` has every attempted case, also those of which nothing was scored. */
export function describeRepetitions(planned: number, groups: readonly CaseGroup[]): Repetitions {
  return toRepetitions(planned, groups, null, (metric) => meanOverGroups(groups, metric));
}

/** Cases of which those of a cluster are not independent: intervals are over clusters, estimates over cases. */
export function describeClusters(planned: number, groups: readonly ClusterGroup[]): Repetitions {
  const cases = groups.flatMap(({ members, clusters }) =>
    members.map((member) => ({ ...member, cases: member.cases * clusters })),
  );
  const clusters = groups.reduce((sum, group) => sum + group.clusters, 0);
  return toRepetitions(planned, cases, clusters, (metric) => meanOverClusters(groups, metric));
}

function toRepetitions(
  planned: number,
  groups: readonly CaseGroup[],
  clusters: number | null,
  meanOf: (metric: Metric) => Repetitions["agreement"],
): Repetitions {
  const countCases = (which: (group: CaseGroup) => boolean) =>
    groups.filter(which).reduce((sum, group) => sum + group.cases, 0);
  return {
    planned,
    clusters,
    stability: {
      always: countCases(({ attempts, passes }) => attempts > 0 && passes === attempts),
      sometimes: countCases(({ attempts, passes }) => passes > 0 && passes < attempts),
      never: countCases(({ attempts, passes }) => attempts > 0 && passes === 0),
    },
    nothingScored: countCases(({ attempts }) => attempts === 0),
    incomplete: countCases(({ attempts }) => attempts > 0 && attempts < planned),
    agreement: meanOf(agreement),
    samplingNoiseShare: samplingNoiseShare(groups),
    passOfK: Array.from({ length: planned }, (_, index) => ({
      k: index + 1,
      any: meanOf((attempts) => passAtK(attempts, index + 1)),
      all: meanOf((attempts) => passHatK(attempts, index + 1)),
    })),
  };
}
