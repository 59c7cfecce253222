export const buckets = [
  "broken",
  "fixed",
  "both_fail",
  "both_pass",
  "not_judged",
  "changed",
  "only_a",
  "only_b",
] as const;

/**
 * What became of a case from run A, the baseline, to run B. Every case that either run attempted is in exactly one.
 * The first four are the pairs that a difference is computed on; the others count neither way.
 */
export type Bucket = (typeof buckets)[number];

export type BucketCounts = Record<Bucket, number>;

export const bucketLabels: Record<Bucket, string> = {
  broken: "Broken",
  fixed: "Fixed",
  both_fail: "Both fail",
  both_pass: "Both pass",
  not_judged: "Errored or unscored",
  changed: "Case changed",
  only_a: "Only in A",
  only_b: "Only in B",
};

export const bucketExplanations: Record<Bucket, string> = {
  broken: "Passed in A, fails in B",
  fixed: "Failed in A, passes in B",
  both_fail: "Fails in both runs",
  both_pass: "Passes in both runs",
  not_judged: "Errored, unscored or not graded yet in at least one run; counts neither way",
  changed: "Its input, expected value or metadata differs between the dataset versions; not compared",
  only_a: "Not attempted in B; not compared",
  only_b: "Not attempted in A; not compared",
};

/** Cases judged in both runs with the same content: the n of the paired difference. */
export function pairedTotal(counts: Pick<BucketCounts, "broken" | "fixed" | "both_fail" | "both_pass">) {
  return counts.broken + counts.fixed + counts.both_fail + counts.both_pass;
}
