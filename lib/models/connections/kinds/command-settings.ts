import { z } from "zod";

/** What a connection of the kind command has beside its program. */
export const commandSettingsSchema = z.strictObject({
  arguments: z
    .array(z.string().max(10_000, "An argument has at most 10,000 characters."))
    .max(100, "At most 100 arguments.")
    .default([]),
  input: z.enum(["text", "json"]).default("text"),
});
