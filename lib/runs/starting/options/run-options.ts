import { z } from "zod";
import { defaultRunOptions, priorities } from "./default-options.ts";

const maxBudgetMicroUsd = 1_000_000_000_000;

/** The options of a start, as fields of its input. */
export const runOptionFields = {
  /** How often each case is asked. Repetitions are never answered by one cached answer. */
  repetitions: z
    .int("Repetitions are a whole number.")
    .min(1, "Ask each case at least once.")
    .max(100, "Ask each case at most 100 times.")
    .default(defaultRunOptions.repetitions),
  /** Takes answers of equal requests from the workspace's cache, and puts new ones there. */
  useCache: z.boolean().default(defaultRunOptions.useCache),
  /** What each run may cost before it pauses; null is no limit. */
  budgetMicroUsd: z
    .int("A budget is in whole micro-dollars.")
    .positive("A budget is more than nothing. Leave it empty for none.")
    .max(maxBudgetMicroUsd, "A budget is at most one million dollars.")
    .nullable()
    .default(defaultRunOptions.budgetMicroUsd),
  priority: z.enum(priorities).default(defaultRunOptions.priority),
  /** Calls made for one answer, the first included, where trying again can help. */
  maxTries: z
    .int("Tries are a whole number.")
    .min(1, "Try each call at least once.")
    .max(20, "Try each call at most 20 times.")
    .default(defaultRunOptions.maxTries),
};
