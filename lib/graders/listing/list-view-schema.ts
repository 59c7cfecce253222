import { z } from "zod";
import { type GraderListView, graderSorts } from "./list-view.ts";

/** Reads a list's view from its address; what it does not know is left out. */
export const graderListViewSchema = z.object({
  q: z.string().max(200).catch(""),
  kind: z
    .string()
    .max(1000)
    .catch("")
    .transform((text) => text.split(",").filter((kind) => kind !== "")),
  sort: z.enum(graderSorts).nullable().catch(null),
}) satisfies z.ZodType<GraderListView>;
