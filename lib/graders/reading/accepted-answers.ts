/**
 * The answers that count as right: the items of a list, else the one value. Text stays as it is, anything else becomes its JSON text.
 * Null when the case has no expected value, or an empty list of them.
 */
export function acceptedAnswers(expected: unknown): string[] | null {
  if (expected === undefined || expected === null) return null;
  if (!Array.isArray(expected)) return [answerText(expected)];
  return expected.length === 0 ? null : expected.map(answerText);
}

function answerText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
