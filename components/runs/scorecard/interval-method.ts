import { formatCount } from "#components/ui/format/format-count.ts";
import type { Rate, Scorecard } from "#lib/scorecards/scorecard.ts";

const units = { attempt: "attempts", case: "cases", cluster: "clusters of cases" } as const;

/** The method behind the interval of a pass rate, and what it counts as independent. */
export function intervalMethod(unit: Scorecard["unit"], rate?: Rate | null): string {
  if (unit === "attempt") return "95 % Wilson interval";
  const size =
    rate?.effectiveTotal === undefined
      ? ""
      : `: ${formatCount(rate.total)} attempts at ${formatCount(rate.units ?? 0)} ${units[unit]} tell as much as ${formatCount(Math.max(1, Math.round(rate.effectiveTotal)))} independent ones`;
  return `95 % Wilson interval at the effective n, ${units[unit]} as the unit (CR2 standard error)${size}`;
}

/** The same in a clause, for the description of a table. */
export function intervalWords(unit: Scorecard["unit"]): string {
  if (unit === "attempt") return "95 % Wilson intervals";
  return `95 % Wilson intervals at the effective n: ${units[unit]} count as independent, attempts at one of them do not (CR2)`;
}
