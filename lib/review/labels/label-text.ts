import { z } from "zod";
import { checkJsonValue } from "#lib/formats/check-json-value.ts";

const storable = (text: string) => checkJsonValue(text) === null;
const notStorable = "This text holds a character that cannot be stored.";

export const labelNoteSchema = z
  .string()
  .trim()
  .max(4000, "A note has at most 4,000 characters.")
  .refine(storable, notStorable)
  .default("");

/** Null for none; runs of white space count as one space, so that equal names are equal texts. */
export const failureModeSchema = z
  .string()
  .transform((text) => text.replace(/\s+/g, " ").trim())
  .pipe(z.string().max(80, "The name of a failure mode has at most 80 characters."))
  .refine(storable, notStorable)
  .nullable()
  .default(null)
  .transform((text) => text || null);
