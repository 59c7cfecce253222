import { z } from "zod";
import { idSchema } from "#lib/ids/id-schema.ts";
import { mostRuns, shownKinds } from "./compared-case-params.ts";

export const comparedRunsSchema = z.object({
  runIds: z
    .array(idSchema)
    .min(2, "Choose at least two runs to compare.")
    .max(mostRuns, `At most ${mostRuns} runs are compared at a time. Remove some of them.`)
    .refine(
      (ids) => new Set(ids).size === ids.length,
      "A run cannot be compared with itself. Choose another run to compare it with.",
    ),
  againstId: idSchema.nullable().default(null),
  graderVersionId: idSchema.nullable().default(null),
});

export const comparedCaseFilterSchema = comparedRunsSchema.extend({
  show: z.enum(shownKinds).nullable().default(null),
  cell: z.string().max(80).nullable().default(null),
  modes: z.string().max(200).nullable().default(null),
  soleId: idSchema.nullable().default(null),
  slice: z.string().max(400).nullable().default(null),
  search: z.string().max(400).default(""),
});
