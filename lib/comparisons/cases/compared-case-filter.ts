import { z } from "zod";
import { idSchema } from "#lib/ids/id-schema.ts";
import { buckets } from "../rules/bucket.ts";

/** What a list of compared cases, its count, its neighbours and its export have in common. */
export const comparedCaseFilterSchema = z.object({
  baselineId: idSchema,
  candidateId: idSchema,
  /** Null shows every case of either run. */
  bucket: z.enum(buckets).nullish(),
  /** Counts by the verdicts of this grader version instead of the attempts'. */
  graderVersionId: idSchema.nullish(),
  search: z.string().max(400).default(""),
});

export type ComparedCaseFilterInput = z.input<typeof comparedCaseFilterSchema>;
export type ComparedCaseFilter = z.output<typeof comparedCaseFilterSchema>;
