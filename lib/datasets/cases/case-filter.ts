import { z } from "zod";
import { splitSchema } from "../split-schema.ts";
import { caseLimits } from "./case-limits.ts";

/** What a list of cases, its count and its export have in common. */
export const caseFilterSchema = z.object({
  /** A published version; without one, the working copy. */
  version: z.coerce.number().int().min(1).max(1_000_000_000).nullish(),
  search: z.string().max(400).default(""),
  /** None named means all. */
  splits: z.array(splitSchema).max(3).default([]),
  /** A case must have each of them. */
  tags: z.array(z.string().max(caseLimits.tagChars)).max(20).default([]),
  /** "changed": since the version before. "archived": left out of the working copy. */
  show: z.enum(["all", "changed", "archived"]).default("all"),
});

export type CaseFilterInput = z.input<typeof caseFilterSchema>;
export type CaseFilter = z.output<typeof caseFilterSchema>;
