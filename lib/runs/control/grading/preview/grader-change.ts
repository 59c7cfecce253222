import { z } from "zod";
import { graderContentSchema } from "#lib/graders/content/grader-content.ts";
import { idSchema } from "#lib/ids/id-schema.ts";

/** What is tried out on a run: the newest versions of all its graders, or a version of one grader that is not saved yet. */
export const graderChangeSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("newest") }),
  z.object({ type: z.literal("draft"), graderId: idSchema, content: graderContentSchema }),
]);
export type GraderChange = z.input<typeof graderChangeSchema>;
export type ParsedGraderChange = z.output<typeof graderChangeSchema>;
