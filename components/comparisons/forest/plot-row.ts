import type { ForestPlotRow } from "#components/charts/forest/forest-plot.tsx";
import { formatInterval } from "#components/ui/format/format-interval.ts";
import { formatPercentagePoints } from "#components/ui/format/format-percent.ts";
import type { Claim } from "#lib/comparisons/forest/claim.ts";
import { claimWords } from "#lib/comparisons/forest/claim-words.ts";
import type { ForestRow } from "#lib/comparisons/forest/forest-rows.ts";

const tones: Record<Claim["kind"], ForestPlotRow["tone"]> = {
  better: "better",
  worse: "worse",
  "no worse": "settled",
  "cannot tell": "open",
  withheld: "open",
  "no pairs": "open",
};

const changes = { verdict: ["fixed", "regressed"], score: ["scored higher", "scored lower"] } as const;

/** A difference as the forest plot draws and says it, all but its label. */
export function plotRow(
  { id, comparison, claim }: ForestRow,
  margin: number,
  measure: keyof typeof changes = "verdict",
): Omit<ForestPlotRow, "label"> {
  return {
    id,
    interval: comparison && {
      value: comparison.difference,
      low: comparison.lower,
      high: comparison.upper,
    },
    tone: tones[claim.kind],
    valueText: comparison === null ? "no pairs" : formatPercentagePoints(comparison.difference),
    intervalText: comparison && formatInterval([comparison.lower, comparison.upper]),
    detail: comparison === null ? "" : `n ${comparison.n.toLocaleString("en")}`,
    words: claimWords(claim, margin),
    wordsDetail:
      comparison === null
        ? ""
        : `${comparison.fixed.toLocaleString("en")} ${changes[measure][0]}, ${comparison.regressed.toLocaleString("en")} ${changes[measure][1]}`,
  };
}

/** The names of the methods behind the rows, each once. */
export function methodsOf(rows: readonly ForestRow[]): string {
  return [...new Set(rows.flatMap(({ comparison }) => comparison?.method ?? []))].join("; ");
}
