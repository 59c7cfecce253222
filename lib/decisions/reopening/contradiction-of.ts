import type { Candidate } from "../board/board-schema.ts";
import type { CostDifference } from "../weighing/cost-difference.ts";
import { decidingRules } from "../weighing/standing.ts";
import { moneyWords } from "../words/figure-words.ts";
import type { Contradiction } from "./contradiction.ts";

type Facts = {
  /** The chosen model as it was frozen. */
  chosen: Candidate;
  /** The later run against the same bar. */
  later: Candidate;
  /** Cost of 1,000 requests of the later run's model minus that of the chosen one, on the same cases; null where unknown. */
  cost: CostDifference | null;
};

/**
 * Whether a later run speaks against a decision: the chosen model now misses a bar that it was not known to miss, or another model
 * clears the bar and is proven to be cheaper, or clears it where the chosen one never did.
 */
export function contradictionOf({ chosen, later, cost }: Facts): Contradiction | null {
  const about = { runId: later.run.id, runNumber: later.run.number };
  const run = `In run ${later.run.number}`;
  if (later.model.id === chosen.model.id) {
    if (later.standing !== "misses" || chosen.standing === "misses") return null;
    const [rule] = decidingRules(later.rules);
    return {
      ...about,
      kind: "chosen misses",
      sentence:
        `${run} ${later.model.name}, which was chosen, misses the bar. ${rule?.sentence ?? ""}`.trim(),
    };
  }
  if (later.standing !== "clears") return null;
  if (chosen.standing !== "clears") {
    return {
      ...about,
      kind: "another clears",
      sentence: `${run} ${later.model.name} provably clears the bar, which ${chosen.model.name} did not.`,
    };
  }
  if (cost === null || cost.upper >= 0) return null;
  return {
    ...about,
    kind: "another is cheaper",
    sentence: `${run} ${later.model.name} provably clears the bar and is cheaper than ${chosen.model.name}: by ${moneyWords(-cost.difference)} [${moneyWords(-cost.upper)}, ${moneyWords(-cost.lower)}] per 1,000 requests.`,
  };
}
