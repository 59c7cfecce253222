export type CountedGrade = {
  status: "scored" | "unscored";
  /** Null or absent when unscored. */
  passed?: boolean | null;
  weight: number;
};

/**
 * The verdict on one attempt from the grades on it. Graders of weight 0 do not count. One counting grader that failed is enough to
 * fail; else one that could not judge makes the attempt unscored, and so does having none that counts.
 */
export function attemptVerdict(grades: readonly CountedGrade[]): "passed" | "failed" | "unscored" {
  const counting = grades.filter((grade) => grade.weight > 0);
  if (counting.some((grade) => grade.status === "scored" && grade.passed === false)) return "failed";
  const allPassed = counting.every((grade) => grade.status === "scored" && grade.passed === true);
  return counting.length > 0 && allPassed ? "passed" : "unscored";
}
