import type { GraderGrid, GridCell } from "#lib/scorecards/grid/grader-grid.ts";
import { METHOD_NAMES } from "#lib/stats/method/method-names.ts";

export type GridMethod = { mark: string; name: string; why: string };

/** The methods behind the intervals of a table, the most frequent first. With more than one, each has a letter that its cells carry. */
export function gridMethods({ whole, rows }: Pick<GraderGrid, "whole" | "rows">): GridMethod[] {
  const found = new Map<string, { why: string; cells: number }>();
  for (const cell of [whole, ...rows].flatMap(({ cells }) => cells)) {
    if (cell === null) continue;
    const known = found.get(cell.method);
    found.set(cell.method, { why: known?.why ?? cell.why, cells: (known?.cells ?? 0) + 1 });
  }
  const sorted = [...found].sort(([, one], [, other]) => other.cells - one.cells);
  return sorted.map(([name, { why }], index) => ({
    mark: sorted.length === 1 ? "" : String.fromCharCode(97 + index),
    name,
    why,
  }));
}

/** What the attempts of a cell are worth, where they depend on one another. */
export function worthWords({ units, unitName, attempts, effectiveAttempts }: GridCell): string {
  if (units === null) return "";
  const noun = unitName === "cluster" ? "clusters of cases" : "cases";
  return ` ${attempts.toLocaleString("en-US")} attempts at ${units.toLocaleString("en-US")} ${noun} tell as much as ${Math.max(1, Math.round(effectiveAttempts)).toLocaleString("en-US")} independent ones.`;
}

export function methodsNote(methods: readonly GridMethod[]): string {
  const intervals = methods
    .map(({ mark, name, why }) => `${mark === "" ? "" : `${mark}: `}${name}, 95\u202f%. ${why}`)
    .join(" ");
  return `Intervals: ${intervals} “Below” and “above” are proven against the rest of the run: Fisher’s exact test, ${METHOD_NAMES["benjamini-hochberg"]} at 5\u202f%.`;
}
