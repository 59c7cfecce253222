import type { FilterChip } from "#components/table/toolbar/filter-chips.tsx";
import type { FailureMode } from "#lib/comparisons/columns/failure-modes.ts";
import type { SliceName } from "#lib/comparisons/comparison.ts";
import { bucketLabels } from "#lib/comparisons/rules/bucket.ts";
import { caseStateLabels, caseStates } from "#lib/comparisons/rules/case-state.ts";
import { sliceLabel } from "#lib/scorecards/slice-words.ts";
import type { ComparisonAddress } from "./use-comparison-address.ts";

type Named = {
  runs: readonly { id: string; number: number }[];
  modes: readonly FailureMode[];
  slices: readonly SliceName[];
};

/** The filters in force, in words, each with a way to take it off. */
export function filterChipsOf({ address, setAddress }: ComparisonAddress, named: Named): FilterChip[] {
  const chip = (name: string, key: "show" | "cell" | "modes" | "sole" | "slice", value: string | null) =>
    value === null ? [] : [{ key, name, value, onRemove: () => void setAddress({ [key]: null }) }];
  const { show, cell, modes, sole, slice } = address;
  const found = named.slices.find(({ id }) => id === slice);
  return [
    ...chip(
      "Outcome",
      "show",
      show && (show === "critical" ? "Critical, newly failing" : bucketLabels[show]),
    ),
    ...chip("From, to", "cell", cell && arrow(cell, stateWords)),
    ...chip(
      "Failure mode",
      "modes",
      modes && arrow(modes, (key) => named.modes.find((mode) => mode.key === key)?.label ?? key),
    ),
    ...chip("Only right", "sole", sole && `run ${named.runs.find(({ id }) => id === sole)?.number ?? "?"}`),
    ...chip("Slice", "slice", slice && (found ? sliceLabel(found) : slice)),
  ];
}

function arrow(pair: string, words: (key: string) => string): string {
  return pair.split(".").map(words).join(" → ");
}

function stateWords(key: string): string {
  const state = caseStates.find((known) => known === key);
  return state === undefined ? key : caseStateLabels[state];
}
