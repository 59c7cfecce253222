import { z } from "zod";
import { columnMappingSchema } from "../column-mapping.ts";

/** What travels beside an uploaded file. */
export const importOptionsSchema = z.object({
  format: z.enum(["csv", "jsonl"], "The format is csv or jsonl."),
  mapping: columnMappingSchema,
  onRejected: z.enum(["stop", "skip"]).default("stop"),
});
export type ImportOptions = z.input<typeof importOptionsSchema>;
