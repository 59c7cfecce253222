import { z } from "zod";

const rejectedRowSchema = z.object({ line: z.number(), reason: z.string(), excerpt: z.string() });

export const importReportSchema = z.object({
  outcome: z.enum(["imported", "stopped"]),
  rows: z.number(),
  added: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
  rejectedRows: z.array(rejectedRowSchema),
  ignoredColumns: z.array(z.string()),
});

/** One line of the answer to an upload. */
export const importEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("progress"), rows: z.number(), bytes: z.number() }),
  z.object({ type: z.literal("done"), report: importReportSchema }),
  z.object({ type: z.literal("error"), message: z.string() }),
]);
export type ImportEvent = z.infer<typeof importEventSchema>;
