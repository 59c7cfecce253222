export const priorities = ["low", "normal", "high"] as const;
export type Priority = (typeof priorities)[number];

/** How each case is asked: the part of a start that is neither dataset, model nor grader. */
export type RunOptions = {
  /** How often each case is asked. Repetitions are never answered by one cached answer. */
  repetitions: number;
  /** Takes answers of equal requests from the workspace's cache, and puts new ones there. */
  useCache: boolean;
  /** What each run may cost before it pauses; null is no limit. */
  budgetMicroUsd: number | null;
  priority: Priority;
  /** Calls made for one answer, the first included, where trying again can help. */
  maxTries: number;
};

export const defaultRunOptions: RunOptions = {
  repetitions: 1,
  useCache: false,
  budgetMicroUsd: null,
  priority: "normal",
  maxTries: 5,
};
