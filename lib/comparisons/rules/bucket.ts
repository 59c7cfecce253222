/** What became of a case from the baseline to a candidate. Every case that either run plans is in exactly one. */
export const buckets = [
  "regressed",
  "fixed",
  "same",
  "changed",
  "errored",
  "unscored",
  "missing",
  "unpaired",
] as const;
export type Bucket = (typeof buckets)[number];

export type BucketCounts = Record<Bucket, number>;

/** The code of a case that neither run plans. */
export const noBucket = 255;

export const bucketLabels: Record<Bucket, string> = {
  regressed: "Regressed",
  fixed: "Fixed",
  same: "Same",
  changed: "Changed",
  errored: "Errored",
  unscored: "Unscored",
  missing: "Missing",
  unpaired: "Unpaired",
};

export const bucketExplanations: Record<Bucket, string> = {
  regressed: "Passes less often in the candidate than in the baseline",
  fixed: "Passes more often in the candidate than in the baseline",
  same: "Passes as often in both; the answers may differ",
  changed:
    "The question changed: input, expected value or metadata differ between the dataset versions; counts neither way",
  errored: "Ended in an error in at least one run, without any scored attempt there; counts neither way",
  unscored: "The graders could not judge it in at least one run; counts neither way",
  missing: "Planned in both runs, and not attempted or not graded yet in one; counts neither way",
  unpaired: "Planned in only one of the two runs; counts neither way",
};

export function bucketOf(code: number | undefined): Bucket | null {
  return buckets[code ?? noBucket] ?? null;
}

/** Cases with a verdict in both runs: the n of the paired difference. */
export function pairedTotal(counts: Pick<BucketCounts, "regressed" | "fixed" | "same">): number {
  return counts.regressed + counts.fixed + counts.same;
}
