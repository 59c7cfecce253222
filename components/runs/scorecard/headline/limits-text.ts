import type { Limits } from "#lib/scorecards/scorecard.ts";

/** "[380 ms, 412 ms]"; a limit that too few values leave open is named as such. */
export function limitsText({ lower, upper }: Limits, format: (value: number) => string): string {
  if (lower === null && upper === null) return "interval not estimable";
  if (lower === null) return `lower limit not estimable, upper ${format(upper ?? 0)}`;
  if (upper === null) return `from ${format(lower)}, upper limit not estimable`;
  return `[${format(lower)}, ${format(upper)}]`;
}
