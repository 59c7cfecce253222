import { z } from "zod";
import { idSchema } from "#lib/ids/id-schema.ts";
import type { GradeInput } from "../../grader-kind.ts";
import { fieldAt, isGiven, plainText } from "../case-texts.ts";
import type { Section } from "../fence.ts";
import { promptVersionSchema } from "../judge-config.ts";

const defaultContexts = "metadata.contexts";
const maxContexts = 100;

export const judgedListFields = {
  judges: z.array(idSchema).max(1, "One model judges here."),
  promptVersion: promptVersionSchema([{ version: 1 }]),
};
export const judgedListSchema = z.strictObject(judgedListFields);
export type JudgedListConfig = z.output<typeof judgedListSchema>;

export const retrievalSchema = z.strictObject({
  ...judgedListFields,
  /** Where the retrieved contexts stand: a list, or one text. */
  contexts: z
    .string()
    .trim()
    .max(300)
    .regex(
      /^(input|metadata)(\.[^.]+)+$/,
      "Name a field of the input or the metadata, such as metadata.contexts.",
    ),
});
export type RetrievalConfig = z.output<typeof retrievalSchema>;

export const retrievalDefaults: RetrievalConfig = { judges: [], promptVersion: 1, contexts: defaultContexts };

/** The retrieved contexts of a case as numbered sections, or the reason why there are none. */
export function contextSections(input: GradeInput, path: string): Section[] | { missing: string } {
  const named = fieldAt(input, path);
  const value = isGiven(named) || path !== defaultContexts ? named : fieldAt(input, "input.context");
  const list = Array.isArray(value) ? value : isGiven(value) ? [value] : [];
  const alternative = path === defaultContexts ? " or input.context" : "";
  if (list.length === 0) return { missing: `This case has no retrieved contexts at ${path}${alternative}.` };
  if (list.length > maxContexts)
    return { missing: `This case has ${list.length} contexts, and at most 100 can be judged.` };
  return list.map((context, index) => ({ label: `context ${index + 1}`, text: plainText(context) }));
}
