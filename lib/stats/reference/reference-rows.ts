import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

const rowsSchema = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    section: z.string(),
    input: z.unknown(),
    expected: z.unknown(),
    tol: z.number(),
    reference: z.string(),
  }),
);

export type ReferenceRow = z.infer<typeof rowsSchema>[number];

/** The rows of a reference file; none when the file does not exist. */
export function readReferenceRows(path: string | URL): ReferenceRow[] {
  return existsSync(path) ? rowsSchema.parse(JSON.parse(readFileSync(path, "utf8"))) : [];
}
