import { z } from "zod";

const detailSchema = z.object({
  fields: z.array(z.object({ path: z.string(), matched: z.boolean(), note: z.string() })),
});
export type FieldVerdictRow = z.output<typeof detailSchema>["fields"][number];

/** The verdicts on fields that a grade's detail lists, or null when it is another kind of detail. */
export function fieldVerdicts(detail: unknown): FieldVerdictRow[] | null {
  return detailSchema.safeParse(detail).data?.fields ?? null;
}
