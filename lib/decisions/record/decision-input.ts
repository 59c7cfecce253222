import { z } from "zod";
import { checkJsonValue } from "#lib/formats/check-json-value.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { questionSchema } from "../question/question-schema.ts";

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most.toLocaleString("en-US")} characters.`)
    .refine((value) => checkJsonValue(value) === null, "This holds a character that cannot be stored.");

export const recordDecisionInput = z.strictObject({
  /** With the very runs that were looked at: "latest" would be another question a moment later. */
  asked: questionSchema.refine(({ runIds }) => runIds.length > 0, "Name the runs that were weighed."),
  question: text(300).min(1, "Say what was decided, for example “Which model answers support tickets?”."),
  chosenRunId: idSchema,
  reason: text(4_000).default(""),
  /** Why a model may be chosen that does not provably clear the bar; empty is none. */
  waiver: text(4_000).default(""),
  /** The last day (UTC) on which it holds; null holds until something changes. */
  expiresOn: z.iso.date("Enter a day, for example 2027-06-30.").nullable().default(null),
  supersedesId: idSchema.nullable().default(null),
});
export type RecordDecisionInput = z.input<typeof recordDecisionInput>;
