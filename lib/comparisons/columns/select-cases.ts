import type { VersionCases } from "#lib/outcomes/run-outcomes.ts";
import type { ComparedCaseFilter } from "../cases/compared-case-params.ts";
import type { Compared, Side } from "../load-compared.ts";
import { buckets, noBucket } from "../rules/bucket.ts";
import { stateOf } from "../rules/case-state.ts";
import { alignCodes } from "./align-columns.ts";
import { type ComparedColumns, changedAnywhere } from "./compared-columns.ts";
import { failureModeColumn, failureModes } from "./failure-modes.ts";
import { soleRightColumn } from "./sole-right.ts";

type Condition = (place: number) => boolean;

/** The places of the cases that a filter shows, ascending; `found` are the numbers of the cases that hold the searched text. */
export function selectCases(
  compared: Compared,
  columns: ComparedColumns,
  filter: ComparedCaseFilter,
  found: ReadonlySet<number> | null,
): Int32Array {
  const { caseNumbers } = columns.aligned;
  const conditions = [
    ofKind(columns, filter.show),
    ofCell(columns, filter.cell),
    ofModes(compared, columns, filter.modes),
    ofSole(compared, columns, filter.soleId),
    ofSlice(compared, columns, filter.slice),
    found && ((place: number) => found.has(caseNumbers[place] ?? -1)),
  ].filter((condition) => condition !== null);
  const shown = new Int32Array(caseNumbers.length);
  let count = 0;
  for (let place = 0; place < caseNumbers.length; place += 1) {
    if (!conditions.every((condition) => condition(place))) continue;
    shown[count] = place;
    count += 1;
  }
  return shown.subarray(0, count);
}

function ofKind(
  { buckets: column, critical }: ComparedColumns,
  show: ComparedCaseFilter["show"],
): Condition | null {
  if (show === null) return null;
  if (show === "critical") return (place) => critical[place] === 1;
  const code = buckets.indexOf(show);
  return (place) => column.codes[place] === code;
}

const changedCode = buckets.indexOf("changed");

/** Cells of both matrices leave out cases whose question changed: their states are of different questions. */
export function countsInMatrix({ buckets: column }: ComparedColumns): Condition {
  return (place) => column.codes[place] !== changedCode && column.codes[place] !== noBucket;
}

function ofCell(columns: ComparedColumns, cell: string | null): Condition | null {
  if (cell === null) return null;
  const [before, after] = cell.split(".");
  const counts = countsInMatrix(columns);
  const { runs } = columns.aligned;
  const [one, other] = [runs[columns.baseline]?.states, runs[columns.candidate]?.states];
  return (place) => counts(place) && stateOf(one?.[place]) === before && stateOf(other?.[place]) === after;
}

function ofModes(compared: Compared, columns: ComparedColumns, modes: string | null): Condition | null {
  if (modes === null || compared.candidate === null) return null;
  const [before, after] = modes.split(".");
  const known = failureModes([compared.baseline.run, compared.candidate.run]);
  const one = alignedModes(compared.baseline, known, columns);
  const other = alignedModes(compared.candidate, known, columns);
  const counts = countsInMatrix(columns);
  return (place) =>
    counts(place) && known[one[place] ?? 0]?.key === before && known[other[place] ?? 0]?.key === after;
}

/** The failure modes of one run by place in the aligned cases. */
export function alignedModes(
  { outcomes, run }: Side,
  modes: ReturnType<typeof failureModes>,
  { aligned }: ComparedColumns,
): Uint8Array {
  return alignCodes(failureModeColumn(outcomes, run.graders, modes), {
    from: outcomes.caseNumbers,
    to: aligned.caseNumbers,
    fill: modes.findIndex(({ key }) => key === "none"),
  });
}

function ofSole({ sides }: Compared, columns: ComparedColumns, soleId: string | null): Condition | null {
  if (soleId === null) return null;
  const run = sides.findIndex((side) => side.run.id === soleId);
  const column = soleRightColumn(columns.aligned, changedAnywhere(sides));
  return (place) => column[place] === run;
}

function ofSlice(
  { candidate, baseline }: Compared,
  columns: ComparedColumns,
  slice: string | null,
): Condition | null {
  if (slice === null) return null;
  const members = new Set(membersOf(candidate?.version ?? baseline.version, slice));
  return (place) => members.has(columns.aligned.caseNumbers[place] ?? -1);
}

function membersOf({ slices, caseNumbers }: VersionCases, text: string): number[] {
  const slice = slices.find(({ dimension, value }) => `${dimension}:${value}` === text);
  return Array.from(slice?.members ?? [], (member) => caseNumbers[member] ?? -1);
}
