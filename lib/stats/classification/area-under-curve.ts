import { requireFinite } from "../guards/require-finite.ts";

/**
 * Area under the ROC curve: the chance that a right answer has a higher score than a wrong one, ties counting half. 0.5 is
 * guessing. Null without a right or without a wrong answer.
 *
 * Source: Hanley & McNeil 1982, Radiology 143:29, through the Mann-Whitney statistic.
 * @throws RangeError when a score is not finite.
 */
export function areaUnderCurve(records: readonly { score: number; correct: boolean }[]): number | null {
  requireFinite(
    records.map(({ score }) => score),
    "scores",
  );
  const sorted = records.toSorted((a, b) => a.score - b.score);
  let wrongBelow = 0;
  let won = 0;
  let right = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    let rightHere = 0;
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) {
      if (sorted[end]?.correct) rightHere += 1;
      end += 1;
    }
    const wrongHere = end - start - rightHere;
    won += rightHere * (wrongBelow + wrongHere / 2);
    right += rightHere;
    wrongBelow += wrongHere;
    start = end;
  }
  return right === 0 || wrongBelow === 0 ? null : won / (right * wrongBelow);
}
