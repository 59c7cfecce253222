import type { Transitions } from "../comparison.ts";
import type { Compared } from "../load-compared.ts";
import { type CaseState, stateCodes, statesInOrder } from "../rules/case-state.ts";
import type { ComparedColumns } from "./compared-columns.ts";
import { type FailureMode, failureModes } from "./failure-modes.ts";
import { alignedModes, countsInMatrix } from "./select-cases.ts";

/** Cases by their state in the baseline and in the candidate; states that no case has are left out. */
export function stateTransitions(columns: ComparedColumns): Transitions<CaseState> {
  const { aligned, baseline, candidate } = columns;
  const before = aligned.runs[baseline]?.states ?? new Uint8Array(0);
  const after = aligned.runs[candidate]?.states ?? new Uint8Array(0);
  const counts = countTransitions(before, after, { size: 7, counted: countsInMatrix(columns) });
  return withoutEmpty(
    statesInOrder.map((state) => ({ name: state, code: stateCodes[state] })),
    counts,
  );
}

/** The same by failure mode; null where no more than one grader counts, because every failure then has the same mode. */
export function modeTransitions(
  { baseline, candidate }: Compared,
  columns: ComparedColumns,
): Transitions<FailureMode> | null {
  if (candidate === null) return null;
  const modes = failureModes([baseline.run, candidate.run]);
  const ofGraders = modes.filter(({ key }) => !["passed", "none", "mean"].includes(key));
  if (ofGraders.length < 2) return null;
  const counts = countTransitions(
    alignedModes(baseline, modes, columns),
    alignedModes(candidate, modes, columns),
    { size: modes.length, counted: countsInMatrix(columns) },
  );
  return withoutEmpty(
    modes.map((mode, code) => ({ name: mode, code })),
    counts,
  );
}

function countTransitions(
  before: Uint8Array,
  after: Uint8Array,
  { size, counted }: { size: number; counted: (place: number) => boolean },
): number[][] {
  const counts = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let place = 0; place < before.length; place += 1) {
    if (!counted(place)) continue;
    const row = counts[before[place] ?? 0];
    const column = after[place] ?? 0;
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  return counts;
}

function withoutEmpty<Name>(
  all: readonly { name: Name; code: number }[],
  counts: readonly (readonly number[])[],
): Transitions<Name> {
  const count = (before: number, after: number) => counts[before]?.[after] ?? 0;
  const used = all.filter(({ code }) =>
    all.some((other) => count(code, other.code) > 0 || count(other.code, code) > 0),
  );
  const kept = used.map(({ code }) => used.map((other) => count(code, other.code)));
  return {
    names: used.map(({ name }) => name),
    counts: kept,
    total: kept.flat().reduce((sum, cases) => sum + cases, 0),
  };
}
