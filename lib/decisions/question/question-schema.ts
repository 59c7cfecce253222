import { z } from "zod";
import { idSchema } from "#lib/ids/id-schema.ts";
import { barSchema } from "../bar/bar-schema.ts";
import { stakesSchema } from "../board/board-schema.ts";

export const maxModels = 20;
export const defaultMargin = 0.02;

/** What is asked of a board: which models, against which bar, for what stakes. It is the address of the page. */
export const questionSchema = z.strictObject({
  datasetId: idSchema,
  /** None means the latest finished run of every model. */
  runIds: z.array(idSchema).max(maxModels).default([]),
  bar: barSchema.prefault({}),
  /** A loss of pass rate that does not matter, as a fraction. */
  margin: z.number().gt(0).max(0.5).default(defaultMargin),
  stakes: stakesSchema.nullable().default(null),
  /** By model id: micro-dollars per 1,000 requests, for models whose cost nobody measures. */
  statedCosts: z.record(idSchema, z.number().nonnegative().max(1e12)).default({}),
});
export type Question = z.output<typeof questionSchema>;
export type QuestionInput = z.input<typeof questionSchema>;
