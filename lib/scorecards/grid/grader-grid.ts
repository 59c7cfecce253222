import { numbersAt, placesOf } from "#lib/outcomes/case-places.ts";
import { estimateRate, type RateEstimate } from "#lib/outcomes/estimate-rate.ts";
import type { RunOutcomes, SliceMembers, VersionCases } from "#lib/outcomes/run-outcomes.ts";
import { benjaminiHochberg } from "#lib/stats/multiplicity/benjamini-hochberg.ts";
import { compareWithRest } from "../slices/compare-with-rest.ts";
import { falseDiscoveryRate } from "../slices/slice-mark.ts";

/** The verdict, or one grader by itself. */
export type GridColumn = {
  /** Null is the verdict of the attempt. */
  graderVersionId: string | null;
  name: string;
  version: number | null;
};

export type GridCell = Pick<
  RateEstimate,
  | "passes"
  | "attempts"
  | "estimate"
  | "lower"
  | "upper"
  | "method"
  | "why"
  | "units"
  | "unitName"
  | "effectiveAttempts"
> & {
  /** Against the rest of the run; null where there is no rest. `proven` is what the corrected test shows. */
  against: { rest: number; adjusted: number; proven: "below" | "above" | null } | null;
};

export type GridRow = {
  /** Null in the row of all cases. */
  slice: { dimension: string; value: string } | null;
  /** Cases of the run in it, judged or not. */
  cases: number;
  /** In the order of the columns; null where nothing was scored. */
  cells: (GridCell | null)[];
};

export type GraderGrid = {
  columns: GridColumn[];
  whole: GridRow;
  rows: GridRow[];
  /** Slices that are left out because there are too many. */
  hidden: number;
  /** How many cells were compared with the rest of the run: the family of the correction. */
  family: number;
};

const mostSlices = 200;

/** The pass rate of the verdict and of every grader in every slice, each cell against the rest of the run, corrected over all of them. */
export function graderGrid(
  { outcomes, version }: { outcomes: RunOutcomes; version: VersionCases },
  columns: readonly GridColumn[],
): GraderGrid {
  const slices = slicesOf(outcomes, version);
  const shown = slices.slice(0, mostSlices);
  const rateOf = (members: Int32Array | null, { graderVersionId }: GridColumn) =>
    estimateRate({ outcomes, version, members, graderVersionId, purpose: "display" });
  const whole = columns.map((column) => rateOf(null, column));
  const cells = shown.map(({ members }) =>
    columns.map((column, index) => {
      const rate = rateOf(members, column);
      return { rate, test: compareWithRest(countsOf(rate), countsOf(whole[index] ?? null)) };
    }),
  );
  const tested = cells.flat().flatMap(({ test }) => (test === null ? [] : [test.pValue]));
  const adjusted = benjaminiHochberg(tested).values();
  return {
    columns: [...columns],
    whole: {
      slice: null,
      cases: outcomes.caseNumbers.length,
      cells: whole.map((rate) => rate && { ...cellOf(rate), against: null }),
    },
    rows: shown.map(({ dimension, value, cases }, row) => ({
      slice: { dimension, value },
      cases,
      cells: (cells[row] ?? []).map(({ rate, test }) => {
        const against =
          test === null ? null : againstRest(test.rest, rate?.estimate ?? 0, adjusted.next().value ?? 1);
        return rate && { ...cellOf(rate), against };
      }),
    })),
    hidden: slices.length - shown.length,
    family: tested.length,
  };
}

/** The slices that are a part of the run's cases and not all of them, the largest first. */
function slicesOf(outcomes: RunOutcomes, version: VersionCases): (SliceMembers & { cases: number })[] {
  return version.slices
    .map((slice) => ({ ...slice, cases: plannedOf(slice, outcomes, version) }))
    .filter(({ cases }) => cases > 0 && cases < outcomes.caseNumbers.length)
    .sort((one, other) => other.cases - one.cases);
}

function plannedOf({ members }: SliceMembers, outcomes: RunOutcomes, version: VersionCases): number {
  if (outcomes.caseNumbers.length === version.caseNumbers.length) return members.length;
  const places = placesOf(numbersAt(version.caseNumbers, members), outcomes.caseNumbers);
  return places.reduce((sum, place) => sum + (place < 0 ? 0 : 1), 0);
}

function countsOf(rate: RateEstimate | null) {
  if (rate === null) return null;
  const { passes, attempts, estimate, effectiveAttempts } = rate;
  return { successes: passes, total: attempts, estimate, effectiveTotal: effectiveAttempts };
}

function cellOf(rate: RateEstimate): Omit<GridCell, "against"> {
  const { passes, attempts, estimate, lower, upper, method, why, units, unitName, effectiveAttempts } = rate;
  return { passes, attempts, estimate, lower, upper, method, why, units, unitName, effectiveAttempts };
}

function againstRest(rest: number, estimate: number, adjusted: number): GridCell["against"] {
  if (adjusted > falseDiscoveryRate || estimate === rest) return { rest, adjusted, proven: null };
  return { rest, adjusted, proven: estimate < rest ? "below" : "above" };
}
