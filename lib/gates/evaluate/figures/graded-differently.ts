/** Why a run is not compared with its baseline, and what to do. */
export const gradedDifferently =
  "The baseline was graded by other graders, or by another rule, than this run, so a difference may come from the grading. Grade the baseline again with the same graders, or approve a run that has them.";
