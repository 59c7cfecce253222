import { excerpt } from "#lib/formats/excerpt.ts";

const maxLeaves = 6;
/** The database keeps fields by the length of their names; what a reader looks for first is said first. */
const headings = ["title", "subject", "headline", "question", "query", "prompt", "instruction"];

/** One line that tells a case from others in a table: the texts of its input, or its key where the input has none. */
export function caseTitle(input: unknown, key: string): string {
  const title = excerpt(textLeaves(input).join(" · "));
  return title === "" ? key : title;
}

/** One line of any value: a text as it is, the rest as JSON. Nothing becomes an empty text. */
export function valuePreview(value: unknown): string {
  if (value === null || value === undefined) return "";
  return excerpt(typeof value === "string" ? value : (JSON.stringify(value) ?? ""));
}

/** The whole value as a person edits and reads it: a text as it is, the rest as indented JSON. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : (JSON.stringify(value, null, 2) ?? "");
}

function textLeaves(value: unknown): string[] {
  const leaves: string[] = [];
  const open: unknown[] = [value];
  while (open.length > 0 && leaves.length < maxLeaves) {
    const next = open.shift();
    if (typeof next === "string") {
      if (next.trim() !== "") leaves.push(next);
    } else if (typeof next === "number" || typeof next === "boolean") {
      leaves.push(String(next));
    } else if (typeof next === "object" && next !== null) {
      open.unshift(...headingsFirst(next).slice(0, maxLeaves));
    }
  }
  return leaves;
}

function headingsFirst(value: object): unknown[] {
  if (Array.isArray(value)) return value;
  const isHeading = (name: string) => headings.includes(name.toLowerCase());
  const entries = Object.entries(value);
  return [
    ...entries.filter(([name]) => isHeading(name)),
    ...entries.filter(([name]) => !isHeading(name)),
  ].map(([, inner]) => inner);
}
