import { z } from "zod";
import { defaultRunOptions, priorities, type RunOptions } from "./default-run-options.ts";

const maxBudgetMicroUsd = 1_000_000_000_000;

/** The fields of `RunOptions`, with their defaults. */
export const runOptionFields = {
  repetitions: z
    .int("Repetitions are a whole number.")
    .min(1, "Ask each case at least once.")
    .max(100, "Ask each case at most 100 times.")
    .default(defaultRunOptions.repetitions),
  useCache: z.boolean().default(defaultRunOptions.useCache),
  budgetMicroUsd: z
    .int("A budget is in whole micro-dollars.")
    .positive("A budget is more than nothing. Leave it empty for none.")
    .max(maxBudgetMicroUsd, "A budget is at most one million dollars.")
    .nullable()
    .default(defaultRunOptions.budgetMicroUsd),
  priority: z.enum(priorities).default(defaultRunOptions.priority),
  maxTries: z
    .int("Tries are a whole number.")
    .min(1, "Try each call at least once.")
    .max(20, "Try each call at most 20 times.")
    .default(defaultRunOptions.maxTries),
} satisfies Record<keyof RunOptions, z.ZodType>;
