export const priorities = ["low", "normal", "high"] as const;
export type Priority = (typeof priorities)[number];

/** How each case is asked: the part of a start that is neither dataset, model nor grader. */
export type RunOptions = {
  repetitions: number;
  useCache: boolean;
  /** In whole micro-dollars; null is no limit. */
  budgetMicroUsd: number | null;
  priority: Priority;
  maxTries: number;
};

/** What holds where nothing is chosen. Apart from the schema, so that pages do not load the validation with it. */
export const defaultRunOptions: RunOptions = {
  repetitions: 1,
  useCache: false,
  budgetMicroUsd: null,
  priority: "normal",
  maxTries: 5,
};
