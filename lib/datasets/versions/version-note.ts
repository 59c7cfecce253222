import { z } from "zod";
import { checkJsonValue } from "#lib/formats/check-json-value.ts";

export const versionNoteSchema = z
  .string()
  .trim()
  .max(2000, "A note has at most 2,000 characters.")
  .refine((note) => checkJsonValue(note) === null, "The note holds a character that cannot be stored.")
  .default("");
