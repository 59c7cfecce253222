import { standardError } from "../error-bars/standard-error.ts";
import { mean } from "../mean.ts";
import type { CaseAttempts } from "./pass-at-k.ts";

export type SuiteMetric = {
  /** Mean over the cases where the metric exists; null when there is none. */
  value: number | null;
  /** SD of the per-case values / sqrt(cases); null with fewer than two. */
  standardError: number | null;
  cases: number;
  /** Cases with too few attempts for the metric, which are not in `value`. */
  undefinedCases: number;
};

/** Mean of a per-case metric such as pass@k over a suite, saying how many cases it could not be computed for. */
export function meanOverCases(
  cases: readonly CaseAttempts[],
  metric: (attempts: CaseAttempts) => number | null,
): SuiteMetric {
  const values = cases.map(metric).filter((value) => value !== null);
  return {
    value: mean(values),
    standardError: standardError(values),
    cases: values.length,
    undefinedCases: cases.length - values.length,
  };
}
