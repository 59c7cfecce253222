import { z } from "zod";
import { checkJsonValue } from "#lib/formats/check-json-value.ts";
import { splitSchema } from "../split-schema.ts";
import { caseLimits } from "./case-limits.ts";

const limit = (count: number) => count.toLocaleString("en");

export const caseKeySchema = z
  .string()
  .trim()
  .min(1, "Give the case a key.")
  .max(caseLimits.keyChars, `A key has at most ${caseLimits.keyChars} characters.`)
  .refine((key) => !/\p{Cc}/u.test(key) && key.isWellFormed(), "A key has no control characters.");

export const caseTagsSchema = z
  .array(
    z
      .string()
      .trim()
      .min(1, "A tag cannot be empty.")
      .max(caseLimits.tagChars, `A tag has at most ${caseLimits.tagChars} characters.`)
      .refine((tag) => checkJsonValue(tag) === null, "A tag holds a character that cannot be stored."),
  )
  .max(caseLimits.tags, `A case has at most ${caseLimits.tags} tags.`)
  .transform((tags) => [...new Set(tags)]);

function storable(value: unknown, name: string): string | null {
  const problem = checkJsonValue(value);
  if (problem !== null) return `${name} cannot be stored. ${problem}`;
  if ((JSON.stringify(value) ?? "").length <= caseLimits.valueChars) return null;
  return `${name} is longer than ${limit(caseLimits.valueChars)} characters. Shorten it.`;
}

const jsonValue = (name: string) =>
  z.unknown().superRefine((value, refinement) => {
    const problem = storable(value, name);
    if (problem !== null) refinement.addIssue({ code: "custom", message: problem });
  });

const isEmpty = (value: unknown) => value === null || value === undefined || value === "";

export const caseContentSchema = z.object({
  input: jsonValue("The input").refine((value) => !isEmpty(value), "The input is empty."),
  /** Null where there is no known right answer. */
  expected: jsonValue("The expected value").transform((value) => (isEmpty(value) ? null : value)),
  tags: caseTagsSchema.default([]),
  split: splitSchema,
  metadata: z
    .record(z.string(), z.unknown())
    .default({})
    .superRefine((value, refinement) => {
      const problem = storable(value, "The metadata");
      if (problem !== null) refinement.addIssue({ code: "custom", message: problem });
    }),
  cluster: z
    .string()
    .trim()
    .max(caseLimits.clusterChars, `A cluster has at most ${caseLimits.clusterChars} characters.`)
    .refine(
      (cluster) => checkJsonValue(cluster) === null,
      "The cluster holds a character that cannot be stored.",
    )
    .nullish()
    .transform((cluster) => cluster || null),
});

export type CaseContentInput = z.input<typeof caseContentSchema>;
export type CaseContent = z.output<typeof caseContentSchema>;
