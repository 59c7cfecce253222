import type { PairedComparison } from "#lib/outcomes/compare-pairs.ts";
import { mcnemar } from "#lib/stats/paired/mcnemar.ts";
import { fewestCasesForMargin } from "#lib/stats/power/fewest-cases-for-margin.ts";

/** What may be said of one paired difference, after the correction for the others that are shown with it. */
export type Claim =
  | { kind: "better" | "worse" | "no worse" }
  /**
   * `casesNeeded`: about how many more cases would settle it; null where no number would. `isOnlyAlone`: its own interval excludes no
   * change, and the correction does not bear it out.
   */
  | { kind: "cannot tell"; casesNeeded: number | null; isOnlyAlone: boolean }
  /** The runs are too unlike; the notes say why. */
  | { kind: "withheld" }
  /** No case has a verdict in both. */
  | { kind: "no pairs" };

/** Share of false alarms among what is called better or worse. */
export const falseAlarms = 0.05;

/**
 * `adjustedP` is corrected for the family; better and worse need both it and the interval to exclude no change. "No worse" is one-sided
 * at 5 % and is each row's own.
 */
export function claimOf(
  comparison: PairedComparison | null,
  { adjustedP, isWithheld }: { adjustedP: number; isWithheld: boolean },
): Claim {
  if (comparison === null) return { kind: "no pairs" };
  if (isWithheld) return { kind: "withheld" };
  const { lower, upper, noWorse } = comparison;
  if (adjustedP <= falseAlarms && lower > 0) return { kind: "better" };
  if (adjustedP <= falseAlarms && upper < 0) return { kind: "worse" };
  if (noWorse !== null && noWorse.lower > -noWorse.margin) return { kind: "no worse" };
  const needed = [casesForMargin(comparison), comparison.casesNeeded].filter((cases) => cases !== null);
  return {
    kind: "cannot tell",
    casesNeeded: needed.length === 0 ? null : Math.min(...needed),
    isOnlyAlone: lower > 0 || upper < 0,
  };
}

/** Few cases that all agree have no spread to plan with; even so the margin needs a number of them. */
function casesForMargin({ n, noWorse }: PairedComparison): number | null {
  if (noWorse === null || noWorse.casesNeeded === null) return null;
  return Math.max(noWorse.casesNeeded, fewestCasesForMargin(noWorse.margin) - n);
}

/** Where all cases differ by the same amount there is no error to test with, and the signs alone are tested. */
export function pValueOf({ pValue, fixed, regressed }: PairedComparison): number {
  return pValue ?? mcnemar({ onlyFirst: fixed, onlySecond: regressed }).exact;
}
