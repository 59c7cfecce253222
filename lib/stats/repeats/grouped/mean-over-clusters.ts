import { cr2Error } from "../../error-bars/cr2-error.ts";
import { intervalAround } from "../../error-bars/t-interval.ts";
import { requireOpenUnit } from "../../guards/require-open-unit.ts";
import { wilsonInterval } from "../../intervals/wilson.ts";
import type { CaseAttempts } from "../pass-at-k.ts";
import type { CaseGroup, MeanOverCases } from "./mean-over-groups.ts";

/** `clusters` clusters alike, each of these cases. */
export type ClusterGroup = { members: readonly CaseGroup[]; clusters: number };

/**
 * Mean over cases of a metric in 0..1, such as pass@k, where cases of one cluster are not independent: CR2 standard error of the
 * per-case values by cluster, with the t interval of its Satterthwaite degrees of freedom, cut off at 0 and 1. Where the data cannot
 * show how dependent cases are (one cluster, or all cases alike), a cluster counts as one in the Wilson interval. Null without a
 * case for which the metric exists. With one case a cluster it equals `meanOverGroups`.
 *
 * Source: Miller 2024, arXiv 2411.00640, section 2.2 (clusters); Bell & McCaffrey 2002, Survey Methodology 28:169; Chen et al.
 * 2021, arXiv 2107.03374, for pass@k over tasks.
 * @throws RangeError when confidence is not strictly between 0 and 1.
 */
export function meanOverClusters(
  groups: readonly ClusterGroup[],
  metric: (attempts: CaseAttempts) => number | null,
  confidence = 0.95,
): MeanOverCases | null {
  requireOpenUnit(confidence, "confidence");
  const measured = groups.flatMap(({ members, clusters }) => {
    const values = members.flatMap((member) => {
      const value = metric(member);
      return value === null ? [] : [{ value, cases: member.cases }];
    });
    return values.length === 0 ? [] : [{ values, clusters, size: sumOf(values, () => 1) }];
  });
  const cases = measured.reduce((sum, { size, clusters }) => sum + size * clusters, 0);
  if (cases === 0) return null;
  const total = measured.reduce(
    (sum, one) => sum + one.clusters * sumOf(one.values, ({ value }) => value),
    0,
  );
  const estimate = total / cases;
  const all = measured.flatMap(({ values }) => values);
  const differ = all.some(({ value }) => Math.abs(value - (all[0]?.value ?? 0)) > 1e-12);
  const error = differ
    ? cr2Error(
        measured.map(({ values, size, clusters }) => ({
          size,
          sum: sumOf(values, ({ value }) => value - estimate),
          clusters,
        })),
        cases,
      )
    : null;
  // Residuals that cancel out within every cluster leave rounding errors, not a zero.
  if (error === null || error.standardError < 1e-12) {
    const units = measured.reduce((sum, { clusters }) => sum + clusters, 0);
    const successes = Math.min(1, Math.max(0, estimate)) * units;
    const wilson = wilsonInterval({ successes, total: units, confidence });
    return wilson && { ...wilson, estimate, cases };
  }
  const { lower, upper } = intervalAround(estimate, error.standardError, error.degreesOfFreedom, confidence);
  return { estimate, lower: Math.max(0, lower), upper: Math.min(1, upper), cases };
}

type Measured = { value: number; cases: number };

function sumOf(values: readonly Measured[], of: (one: Measured) => number): number {
  return values.reduce((sum, one) => sum + one.cases * of(one), 0);
}
