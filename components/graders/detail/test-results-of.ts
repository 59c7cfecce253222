export type TestRow = { name: string; passed: boolean; message: string | null };
export type ScriptDetail = { tests: readonly TestRow[]; console: readonly string[] };

/** What a grade by JavaScript holds: tests and what was printed. Null when it is another kind of detail, or holds neither. */
export function scriptDetailOf(detail: unknown): ScriptDetail | null {
  if (typeof detail !== "object" || detail === null) return null;
  const tests: unknown = "tests" in detail ? detail.tests : [];
  const printed: unknown = "console" in detail ? detail.console : [];
  if (!Array.isArray(tests) || !tests.every(isTest)) return null;
  if (!Array.isArray(printed) || !printed.every((line) => typeof line === "string")) return null;
  return tests.length + printed.length === 0 ? null : { tests, console: printed };
}

function isTest(value: unknown): value is TestRow {
  return (
    typeof value === "object" &&
    value !== null &&
    "name" in value &&
    typeof value.name === "string" &&
    "passed" in value &&
    typeof value.passed === "boolean" &&
    "message" in value &&
    (value.message === null || typeof value.message === "string")
  );
}
