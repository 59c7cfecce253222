import { gateVerdict } from "#lib/gates/policy/rule-outcome.ts";
import type { BarOutcome } from "../bar/bar-outcome.ts";
import type { Standing } from "../board/board-schema.ts";

/** Where a model stands against the bar; null where nothing is asked of it. */
export function standingOf(rules: readonly BarOutcome[]): Standing | null {
  if (rules.length === 0) return null;
  const verdict = gateVerdict(rules);
  return verdict === "pass" ? "clears" : verdict === "fail" ? "misses" : verdict;
}

/** The rules that decide it: those that are missed, or those that are open. */
export function decidingRules(rules: readonly BarOutcome[]): BarOutcome[] {
  const missed = rules.filter(({ verdict }) => verdict === "fail");
  return missed.length > 0 ? missed : rules.filter(({ verdict }) => verdict === "not enough evidence");
}

/** About how many more cases would settle every open rule; null where cases would not, or none is open. */
export function casesStillNeeded(rules: readonly BarOutcome[]): number | null {
  const open = decidingRules(rules).filter(({ verdict }) => verdict === "not enough evidence");
  const needed = open.flatMap(({ casesNeeded }) => casesNeeded ?? []);
  return open.length > 0 && needed.length === open.length ? Math.max(...needed) : null;
}
