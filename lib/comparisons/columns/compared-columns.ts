import { memoryOfDerived } from "#lib/outcomes/columns/derived.ts";
import type { Compared, Side } from "../load-compared.ts";
import { type AlignedCases, alignColumns } from "./align-columns.ts";
import { type BucketColumn, bucketColumn } from "./bucket-column.ts";
import { caseColumn } from "./case-column.ts";
import { newlyFailingCritical } from "./newly-critical.ts";

/** The cases of a comparison in columns, seen from the baseline to the candidate in focus. */
export type ComparedColumns = {
  aligned: AlignedCases;
  /** Places of the two in `aligned.runs`. */
  baseline: number;
  candidate: number;
  buckets: BucketColumn;
  /** 1 for a critical case that newly fails. */
  critical: Uint8Array;
};

const remembered = memoryOfDerived<ComparedColumns>();

/** Null where no run shares a case with the baseline. */
export function comparedColumns(compared: Compared): ComparedColumns | null {
  const { sides, candidate, graderVersionId } = compared;
  if (candidate === null) return null;
  // Which questions changed does not follow from the runs' columns.
  if (candidate.changed.size > 0) return columnsOf(compared, candidate);
  const key = `${sides.indexOf(candidate)} ${graderVersionId}`;
  const runs = sides.map(({ outcomes }) => outcomes);
  return remembered(runs, key, () => columnsOf(compared, candidate));
}

function columnsOf({ sides, baseline, graderVersionId }: Compared, candidate: Side): ComparedColumns {
  const aligned = alignColumns(sides.map(({ outcomes }) => caseColumn(outcomes, graderVersionId)));
  const place = sides.indexOf(candidate);
  return {
    aligned,
    baseline: 0,
    candidate: place,
    buckets: bucketColumn(aligned, { baseline: 0, candidate: place, changed: candidate.changed }),
    critical: newlyFailingCritical({
      caseNumbers: aligned.caseNumbers,
      baseline: baseline.outcomes,
      candidate: candidate.outcomes,
      graders: candidate.run.graders,
      candidateVersion: candidate.version,
      changed: candidate.changed,
    }),
  };
}

/** Every case that is another question in some run than in the baseline. */
export function changedAnywhere(sides: readonly Side[]): ReadonlySet<number> {
  const all = new Set<number>();
  for (const { changed } of sides) for (const caseNumber of changed) all.add(caseNumber);
  return all;
}
