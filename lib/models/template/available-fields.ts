import type { TemplateValues } from "../prompt-template.ts";

const MAX_DEPTH = 4;
const MAX_FIELDS = 60;

/** The fields that the samples offer to a prompt, parents before children, in the order of their first appearance. */
export function availableFields(samples: readonly TemplateValues[]): string[] {
  const fields = new Set<string>();
  for (const sample of samples) {
    collect(fields, "input", sample.input, 0);
    for (const [key, value] of Object.entries(sample.metadata)) collect(fields, `metadata.${key}`, value, 1);
  }
  if (samples.some((sample) => sample.tags.length > 0)) fields.add("tags");
  return [...fields].slice(0, MAX_FIELDS);
}

function collect(fields: Set<string>, path: string, value: unknown, depth: number): void {
  if (fields.size >= MAX_FIELDS || !canBeWritten(path)) return;
  fields.add(path);
  if (depth >= MAX_DEPTH || value === null || typeof value !== "object" || Array.isArray(value)) return;
  for (const [key, inner] of Object.entries(value)) collect(fields, `${path}.${key}`, inner, depth + 1);
}

/** A key with braces, a line break or a question mark at its end cannot stand between the braces of a prompt. */
function canBeWritten(path: string): boolean {
  return path.length <= 200 && !/[{}\n]|\?$|^\s|\s$/.test(path);
}
