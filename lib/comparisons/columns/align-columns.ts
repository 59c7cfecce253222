import { stateCodes } from "../rules/case-state.ts";
import type { CaseColumn } from "./case-column.ts";

/** Several runs over the same cases: place i of every array belongs to case number `caseNumbers[i]`. */
export type AlignedCases = {
  /** Every case that any of the runs plans, ascending. */
  caseNumbers: Int32Array;
  /** In the order of the runs. A case that a run does not plan is `absent` there. */
  runs: Pick<CaseColumn, "states" | "rates">[];
};

/** Matches runs of one dataset by case number, never by position. */
export function alignColumns(columns: readonly CaseColumn[]): AlignedCases {
  const [first] = columns;
  if (first === undefined) return { caseNumbers: new Int32Array(0), runs: [] };
  if (columns.every((column) => sameNumbers(column.caseNumbers, first.caseNumbers))) {
    return { caseNumbers: first.caseNumbers, runs: columns.map(({ states, rates }) => ({ states, rates })) };
  }
  const caseNumbers = union(columns);
  return { caseNumbers, runs: columns.map((column) => spread(column, caseNumbers)) };
}

function sameNumbers(one: Int32Array, other: Int32Array): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  return one.every((caseNumber, place) => caseNumber === other[place]);
}

function union(columns: readonly CaseColumn[]): Int32Array {
  const all = new Int32Array(columns.reduce((sum, column) => sum + column.caseNumbers.length, 0));
  let filled = 0;
  for (const { caseNumbers } of columns) {
    all.set(caseNumbers, filled);
    filled += caseNumbers.length;
  }
  all.sort();
  let kept = 0;
  for (const [place, caseNumber] of all.entries()) {
    if (place === 0 || caseNumber !== all[kept - 1]) {
      all[kept] = caseNumber;
      kept += 1;
    }
  }
  return all.slice(0, kept);
}

function spread(column: CaseColumn, caseNumbers: Int32Array): Pick<CaseColumn, "states" | "rates"> {
  const states = new Uint8Array(caseNumbers.length).fill(stateCodes.absent);
  const rates = new Float64Array(caseNumbers.length).fill(Number.NaN);
  let from = 0;
  for (const [place, caseNumber] of caseNumbers.entries()) {
    if (column.caseNumbers[from] !== caseNumber) continue;
    states[place] = column.states[from] ?? stateCodes.absent;
    rates[place] = column.rates[from] ?? Number.NaN;
    from += 1;
  }
  return { states, rates };
}

/** A column of codes by the places of one run, moved to the places of the aligned cases. */
export function alignCodes(
  codes: Uint8Array,
  { from, to, fill }: { from: Int32Array; to: Int32Array; fill: number },
): Uint8Array {
  if (from === to) return codes;
  const moved = new Uint8Array(to.length).fill(fill);
  let place = 0;
  for (const [target, caseNumber] of to.entries()) {
    if (from[place] !== caseNumber) continue;
    moved[target] = codes[place] ?? fill;
    place += 1;
  }
  return moved;
}
