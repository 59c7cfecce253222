export const diffModes = ["words", "json", "markdown", "raw"] as const;
export type DiffMode = (typeof diffModes)[number];

export const diffModeLabels: Record<DiffMode, string> = {
  words: "Words",
  json: "JSON",
  markdown: "Markdown",
  raw: "Raw",
};

const maxJsonChars = 1_000_000;

/** The object or list that a value is, or that a text holds as JSON, with or without a code fence around it; else null. */
export function jsonContainer(value: unknown): object | null {
  if (typeof value === "object") return value;
  if (typeof value !== "string" || value.length > maxJsonChars) return null;
  const text = (/^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/i.exec(value)?.[1] ?? value).trim();
  if (!/^[{[]/.test(text)) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" ? parsed : null;
  } catch {
    return null;
  }
}

/** The view that shows a difference best: JSON where both are JSON, Markdown where there is nothing to compare with, else words. */
export function chooseDiffMode(before: unknown, after: string): DiffMode {
  if (jsonContainer(before) !== null && jsonContainer(after) !== null) return "json";
  const nothingBefore = before === null || before === undefined || before === "";
  if (nothingBefore) return looksLikeMarkdown(after) ? "markdown" : "raw";
  return "words";
}

function looksLikeMarkdown(text: string): boolean {
  return /^#{1,6} \S|^\s*[-*+] \S|\*\*\S|^```|^\|.*\|\s*$/m.test(text.slice(0, 20_000));
}
