import type { TemplateValues } from "#lib/models/prompt-template.ts";

/** What is typed to try a model on: a JSON object or array becomes that value, anything else is text. */
export function readTrialInput(text: string): unknown {
  const trimmed = text.trim();
  if (!/^[[{]/.test(trimmed)) return text;
  try {
    return JSON.parse(trimmed);
  } catch {
    return text;
  }
}

/** A typed input has no metadata and no tags. */
export function typedValues(text: string): TemplateValues {
  return { input: readTrialInput(text), metadata: {}, tags: [] };
}
