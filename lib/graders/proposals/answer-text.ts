/** Text as it is, anything else as JSON. */
export function answerText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

export function wordsOf(text: string): number {
  return text.trim().split(/\s+/).length;
}
