import { z } from "zod";
import { idSchema } from "#lib/ids/id-schema.ts";
import { attemptRows, attemptSorts, attemptViews, labelStates, stabilities } from "./attempt-views.ts";

const shortText = z.string().max(400);

/** What the list of a run's attempts, its count, its neighbours and its export have in common. */
export const attemptFilterSchema = z.object({
  view: z.enum(attemptViews).default("failed"),
  /** In the key, the input, the expected value or the answer. */
  search: shortText.default(""),
  /** A grader version that did not pass the attempt. */
  failedBy: idSchema.nullish(),
  /** A grader version that could not score the attempt. */
  unscoredBy: idSchema.nullish(),
  /** A dimension of the scorecard and one of its values: `split`, `tag` or `metadata.<field>`. */
  slice: shortText.nullish(),
  value: shortText.nullish(),
  /** A row and a column of the confusion matrix. */
  expected: shortText.nullish(),
  actual: shortText.nullish(),
  /** Attempts at the cases that passed always, sometimes or never. */
  stability: z.enum(stabilities).nullish(),
  /** How an answer ended: "length" is one that was cut off. */
  finish: shortText.nullish(),
  /** What kind of error came in place of an answer: its class, or the finer code. */
  error: shortText.nullish(),
  /** What people have said of the answer. */
  labels: z.enum(labelStates).nullish(),
  /** Attempts when it is not said. */
  rows: z.enum(attemptRows).nullish(),
});

export const attemptOrderSchema = z.object({
  sort: z.enum(attemptSorts).default("position"),
  direction: z.enum(["ascending", "descending"]).default("ascending"),
});

export type AttemptFilterInput = z.input<typeof attemptFilterSchema>;
export type AttemptFilter = z.output<typeof attemptFilterSchema>;
export type AttemptOrder = z.output<typeof attemptOrderSchema>;
