import type { VerdictRule } from "./verdict-rule.ts";

/** Ends the sentence "An answer passes when …": "every grader that counts passes it". */
export function verdictRuleWords(
  rule: VerdictRule,
  graders: readonly { weight: number; critical: boolean }[] = [],
): string {
  const counting = graders.filter(({ weight }) => weight > 0);
  const hasCritical = counting.some(({ critical }) => critical);
  switch (rule.kind) {
    case "all":
      return "every grader that counts passes it";
    case "any":
      if (!hasCritical) return "at least one grader that counts passes it";
      return counting.every(({ critical }) => critical)
        ? "every critical grader passes it"
        : "every critical grader and at least one of the others pass it";
    case "weighted": {
      const mean = `the weighted mean of its scores is at least ${numberText(rule.threshold)}`;
      return hasCritical ? `every critical grader passes it and ${mean}` : mean;
    }
  }
}

function numberText(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toFixed(4))) : "…";
}
