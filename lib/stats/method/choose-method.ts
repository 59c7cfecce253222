import { requireCount } from "../guards/require-count.ts";
import { chooseComparison, chooseNoWorse, chooseSeveral } from "./choose-comparison.ts";
import { chooseInterval } from "./choose-interval.ts";
import { chooseLive, chooseTrend } from "./choose-over-time.ts";
import type { MethodChoice } from "./method-choice.ts";
import { independentUnits, type MethodQuestion } from "./method-question.ts";

/**
 * Which method answers a question about scores, and why, in words that a page can print. Refused where no method can answer.
 *
 * Source: the decision table of the project's statistics reference; Miller 2024, arXiv 2411.00640, for clusters and repetitions;
 * Fagerland, Lydersen & Laake 2013 for paired pass/fail.
 * @throws RangeError unless all numbers are counts, repetitions and family are at least 1, and clusters do not exceed cases.
 */
export function chooseMethod(asked: MethodQuestion): MethodChoice {
  requireCount(asked.cases, "cases");
  requireCount(asked.repetitions, "repetitions", 1);
  requireCount(asked.family, "family", 1);
  if (asked.clusters !== null) requireCount(asked.clusters, "clusters");
  if (independentUnits(asked) > asked.cases) {
    throw new RangeError(
      `There are ${asked.clusters} clusters of ${asked.cases} cases; a cluster needs a case.`,
    );
  }
  if (asked.cases === 0) return { kind: "refused", why: "Nothing has been scored yet." };
  switch (asked.question) {
    case "estimate":
    case "floor":
      return chooseInterval(asked);
    case "compare":
      return chooseComparison(asked);
    case "no worse":
      return chooseNoWorse(asked);
    case "several":
      return chooseSeveral(asked);
    case "trend":
      return chooseTrend(asked);
    case "live shadow":
    case "live split":
      return chooseLive(asked);
  }
}
