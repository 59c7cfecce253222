import { z } from "zod";

export const contradictionsSchema = z.array(
  z.object({
    runId: z.string(),
    runNumber: z.number(),
    kind: z.enum(["chosen misses", "another is cheaper", "another clears"]),
    sentence: z.string(),
  }),
);
/** A later run that speaks against a decision, found at its end. */
export type Contradiction = z.infer<typeof contradictionsSchema>[number];
