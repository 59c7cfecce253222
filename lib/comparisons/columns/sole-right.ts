import type { AlignedCases } from "./align-columns.ts";

/** The code of a case that none, or more than one, of the runs is right on. */
export const nobodyAlone = 255;

/** Whether a run passes a case more often than not; null without a verdict. */
export function isRight(rate: number | undefined): boolean | null {
  return rate === undefined || Number.isNaN(rate) ? null : rate > 0.5;
}

/** The place of the run that alone is right on a case that every run has a verdict on. A case whose question changed counts for nobody. */
export function soleRightColumn(aligned: AlignedCases, changed: ReadonlySet<number>): Uint8Array {
  const column = new Uint8Array(aligned.caseNumbers.length).fill(nobodyAlone);
  for (let place = 0; place < column.length; place += 1) {
    if (changed.size > 0 && changed.has(aligned.caseNumbers[place] ?? -1)) continue;
    column[place] = soleRight(aligned, place);
  }
  return column;
}

function soleRight({ runs }: AlignedCases, place: number): number {
  let alone = nobodyAlone;
  for (let run = 0; run < runs.length; run += 1) {
    const right = isRight(runs[run]?.rates[place]);
    if (right === null) return nobodyAlone;
    if (!right) continue;
    if (alone !== nobodyAlone) return nobodyAlone;
    alone = run;
  }
  return alone;
}
