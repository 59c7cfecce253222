import { addCounts, type Flip, type FlipCounts, noFlips } from "#lib/runs/control/grading/preview/flip.ts";
import type { FlipBatch } from "#lib/runs/control/grading/preview/preview-flips.ts";

/** What the batches of a preview add up to. */
export type FlipTotals = {
  looked: number;
  attempts: FlipCounts;
  graders: Readonly<Record<string, FlipCounts>>;
  /** The first ones of each grader and kind. */
  flips: readonly Flip[];
};

export const noTotals: FlipTotals = { looked: 0, attempts: noFlips, graders: {}, flips: [] };

export const LISTED_FLIPS = 50;

export function addBatch(totals: FlipTotals, batch: Omit<FlipBatch, "next">): FlipTotals {
  const graders = { ...totals.graders };
  for (const { graderId, counts } of batch.graders)
    graders[graderId] = addCounts(graders[graderId] ?? noFlips, counts);
  const listed = Map.groupBy(
    [...totals.flips, ...batch.flips],
    ({ graderId, kind }) => `${graderId} ${kind}`,
  );
  return {
    looked: totals.looked + batch.looked,
    attempts: addCounts(totals.attempts, batch.attempts),
    graders,
    flips: [...listed.values()].flatMap((flips) => flips.slice(0, LISTED_FLIPS)),
  };
}
