import { casesAgainstBar } from "#lib/stats/power/cases-against-bar.ts";
import type { Floor } from "../scorecard.ts";

export type BarVerdict =
  /** The lower limit reaches the bar. */
  | { kind: "clears" }
  /** The upper limit stays below the bar. */
  | { kind: "misses" }
  /** The interval holds the bar. */
  | {
      kind: "not yet";
      /** About how many more cases would settle it if the rate stays; null where none would. */
      moreCases: number | null;
      /** What they would then show. */
      towards: "clears" | "misses";
    };

/** Whether a run is proven to clear a bar for its pass rate, a fraction, or to miss it. */
export function judgeAgainstBar(floor: Floor, bar: number): BarVerdict {
  if (floor.lower >= bar) return { kind: "clears" };
  if (floor.upper < bar) return { kind: "misses" };
  return {
    kind: "not yet",
    moreCases: moreCases(floor, bar),
    towards: floor.estimate >= bar ? "clears" : "misses",
  };
}

/** Cases that depend on one another, or are tried several times, tell as much as `effectiveTotal` independent attempts. */
function moreCases({ estimate, cases, total, effectiveTotal = total }: Floor, bar: number): number | null {
  const enough = casesAgainstBar({ rate: estimate, bar });
  if (enough === null || effectiveTotal <= 0) return null;
  // The slack keeps a whole number from being rounded up by the last bit.
  return Math.max(1, Math.ceil((enough * cases) / effectiveTotal - cases - 1e-9));
}
