import type { ActionFailure } from "#components/ui/use-action.ts";

const SHOWN = 3;

/** What went wrong in whole sentences: those of the marked fields where there are any. */
export function failureSentence({ message, fields }: Pick<ActionFailure, "message" | "fields">): string {
  const sentences = [...new Set(Object.values(fields))];
  if (sentences.length === 0) return message;
  const more = sentences.length > SHOWN ? " Correct the other marked fields as well." : "";
  return sentences.slice(0, SHOWN).join(" ") + more;
}
