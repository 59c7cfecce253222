import { numberFromText } from "../reading/number-from-text.ts";
import { type Tolerance, withinTolerance } from "../reading/within-tolerance.ts";
import { jsonEqual } from "./json-equal.ts";

export const fieldRules = ["exact", "ignore-case", "numeric", "ignore"] as const;
export type FieldRule = (typeof fieldRules)[number];

/**
 * Whether an actual value satisfies a field's rule: `exact` as JSON, `ignore-case` texts without case and white space at the ends,
 * `numeric` numbers (or texts that state exactly one number) within the tolerance. Values that a rule is not about are compared exactly.
 */
export function fieldMatches(
  rule: FieldRule,
  expected: unknown,
  actual: unknown,
  tolerance: Tolerance,
): boolean {
  switch (rule) {
    case "ignore":
      return true;
    case "exact":
      return jsonEqual(expected, actual);
    case "ignore-case":
      return typeof expected === "string" && typeof actual === "string"
        ? fold(expected) === fold(actual)
        : jsonEqual(expected, actual);
    case "numeric": {
      const wanted = numberOf(expected);
      const given = numberOf(actual);
      return wanted !== null && given !== null
        ? withinTolerance(given, wanted, tolerance)
        : jsonEqual(expected, actual);
    }
  }
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}

function numberOf(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string") return null;
  const reading = numberFromText(value, { decimalMark: "point", take: "only", percent: "plain" });
  return reading.status === "number" ? reading.value : null;
}
