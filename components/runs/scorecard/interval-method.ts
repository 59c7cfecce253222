import { formatCount } from "#components/ui/format/format-count.ts";
import type { Rate, Scorecard } from "#lib/scorecards/scorecard.ts";
import type { RunMethod } from "#lib/scorecards/words/run-method.ts";

const units = { attempt: "attempts", case: "cases", cluster: "clusters of cases" } as const;

/** The method behind the interval of a pass rate with its reason, and what the attempts of this one are worth. */
export function intervalMethod(
  method: RunMethod | null,
  unit: Scorecard["unit"],
  rate?: Rate | null,
): string {
  if (method === null) return "95\u202f% interval";
  const worth =
    rate?.effectiveTotal === undefined
      ? ""
      : ` Here ${formatCount(rate.total)} attempts at ${formatCount(rate.units ?? 0)} ${units[unit]} tell as much as ${formatCount(Math.max(1, Math.round(rate.effectiveTotal)))} independent ones.`;
  return `${method.name}, 95\u202f%. ${method.why}${worth}`;
}

/** The same as a footnote of a table. */
export function methodNote(method: RunMethod | null): string {
  return method === null ? "" : `Intervals: ${method.name}, 95\u202f%. ${method.why}`;
}
