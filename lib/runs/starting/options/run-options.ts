import { z } from "zod";

export const priorities = ["low", "normal", "high"] as const;
export type Priority = (typeof priorities)[number];

const maxBudgetMicroUsd = 1_000_000_000_000;

/** How each case is asked: the part of a start that is neither dataset, model nor grader. */
export const runOptionFields = {
  /** How often each case is asked. Repetitions are never answered by one cached answer. */
  repetitions: z
    .int("Repetitions are a whole number.")
    .min(1, "Ask each case at least once.")
    .max(100, "Ask each case at most 100 times.")
    .default(1),
  /** Takes answers of equal requests from the workspace's cache, and puts new ones there. */
  useCache: z.boolean().default(false),
  /** What each run may cost before it pauses; null is no limit. */
  budgetMicroUsd: z
    .int("A budget is in whole micro-dollars.")
    .positive("A budget is more than nothing. Leave it empty for none.")
    .max(maxBudgetMicroUsd, "A budget is at most one million dollars.")
    .nullable()
    .default(null),
  priority: z.enum(priorities).default("normal"),
  /** Calls made for one answer, the first included, where trying again can help. */
  maxTries: z
    .int("Tries are a whole number.")
    .min(1, "Try each call at least once.")
    .max(20, "Try each call at most 20 times.")
    .default(5),
};

const runOptionsSchema = z.object(runOptionFields);
export type RunOptions = z.output<typeof runOptionsSchema>;
