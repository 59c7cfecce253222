import type { VerdictDifference } from "#lib/comparisons/compare-verdicts.ts";
import type { RecentRun } from "./list-recent-runs.ts";

export type Regression = {
  run: RecentRun;
  previousId: string;
  previousNumber: number;
  difference: VerdictDifference;
};

/** The runs that are worse than their predecessor beyond noise, and how many comparisons were looked at to find them. */
export function regressionsOf(runs: readonly RecentRun[]): { regressions: Regression[]; looked: number } {
  const compared = runs.flatMap((run) =>
    run.change === null || run.change.withheld || run.change.difference === null
      ? []
      : [
          {
            run,
            previousId: run.change.previousId,
            previousNumber: run.change.previousNumber,
            difference: run.change.difference,
          },
        ],
  );
  return {
    regressions: compared.filter((one) => one.difference.direction === "worse"),
    looked: compared.length,
  };
}
