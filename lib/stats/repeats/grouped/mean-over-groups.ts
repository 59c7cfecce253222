import { intervalAround } from "../../error-bars/t-interval.ts";
import { requireOpenUnit } from "../../guards/require-open-unit.ts";
import { wilsonInterval } from "../../intervals/wilson.ts";
import type { CaseAttempts } from "../pass-at-k.ts";

/** `cases` cases alike: `passes` of `attempts` passed in each. */
export type CaseGroup = CaseAttempts & { cases: number };

export type MeanOverCases = {
  /** In 0..1. */
  estimate: number;
  lower: number;
  upper: number;
  /** Cases where the metric exists. */
  cases: number;
};

/**
 * Mean over cases of a metric in 0..1, such as pass@k, with its t interval: cases are the unit, and the standard error is the
 * SD of the per-case values / sqrt(cases). Cut off at 0 and 1. Where the error is 0, because all cases have one value or
 * there is one case, the Wilson interval over cases takes its place: a t interval would collapse. Null without a case for
 * which the metric exists.
 *
 * Source: Miller 2024, arXiv 2411.00640, section 2.1; Chen et al. 2021, arXiv 2107.03374, for pass@k over tasks.
 * @throws RangeError when confidence is not strictly between 0 and 1.
 */
export function meanOverGroups(
  groups: readonly CaseGroup[],
  metric: (attempts: CaseAttempts) => number | null,
  confidence = 0.95,
): MeanOverCases | null {
  requireOpenUnit(confidence, "confidence");
  const measured = groups.flatMap((group) => {
    const value = metric(group);
    return value === null ? [] : [{ value, cases: group.cases }];
  });
  const cases = measured.reduce((sum, group) => sum + group.cases, 0);
  if (cases === 0) return null;
  const estimate = measured.reduce((sum, group) => sum + group.value * group.cases, 0) / cases;
  const squares = measured.reduce((sum, group) => sum + group.cases * (group.value - estimate) ** 2, 0);
  const differ = measured.some((group) => Math.abs(group.value - (measured[0]?.value ?? 0)) > 1e-12);
  if (!differ) {
    const successes = Math.min(1, Math.max(0, estimate)) * cases;
    const wilson = wilsonInterval({ successes, total: cases, confidence });
    return wilson && { ...wilson, estimate, cases };
  }
  const error = Math.sqrt(squares / (cases - 1) / cases);
  const { lower, upper } = intervalAround(estimate, error, cases - 1, confidence);
  return { estimate, lower: Math.max(0, lower), upper: Math.min(1, upper), cases };
}
