/** A grader as the editor of a dataset's graders shows it. */
export type ChoosableGrader = {
  id: string;
  name: string;
  kindLabel: string;
  /** "passes when the score is at least 0.8" */
  rule: string;
  weight: number;
  critical: boolean;
};
