import { comparePairs, type PairedComparison } from "#lib/outcomes/compare-pairs.ts";
import { type PairedCases, pairCases } from "#lib/outcomes/pair-cases.ts";
import type { RuleOutcome, RuleVerdict } from "../../policy/rule-outcome.ts";
import type { Evidence } from "../evidence.ts";
import { countAgainst } from "../figures/count-against.ts";
import { gradedDifferently } from "../figures/graded-differently.ts";
import { counted, moreCases, points, roundedUp } from "../figures/words.ts";

/** What decides: the two-sided 95 % interval, and the one-sided lower limit that must lose less than the margin. */
type Loss = Pick<PairedComparison, "n" | "difference" | "lower" | "upper" | "method"> & {
  verdict: RuleVerdict;
  atWorst: number;
  casesNeeded: number | null;
};

/**
 * Met when a loss as large as the margin is ruled out on the same cases. Not met when a loss is proven and one as large as the margin
 * is not ruled out. A case that the baseline judged and this run planned and did not judge is a loss.
 */
export function regressionRule(margin: number, evidence: Evidence): RuleOutcome {
  const common = { rule: "regression", slice: null, bar: -margin, unit: "fraction" } as const;
  const { baseline } = evidence;
  if (baseline === null) {
    return {
      ...common,
      verdict: "not enough evidence",
      sentence:
        "No other run is approved as the baseline, so there is nothing to compare this run with. Once one is, this rule holds for the runs after it.",
      ...noFigures,
    };
  }
  if (baseline.gradedAlike === false) {
    return { ...common, verdict: "not enough evidence", sentence: gradedDifferently, ...noFigures };
  }
  const pairs = pairCases({
    baseline: baseline.outcomes,
    candidate: countAgainst(evidence.outcomes),
    baselineVersion: baseline.version,
    candidateVersion: evidence.version,
    changed: baseline.changed,
  });
  const loss = lossOf(pairs, margin);
  if (loss === null) {
    return {
      ...common,
      verdict: "not enough evidence",
      sentence:
        "This run and the baseline share too few cases to compare them. Run both on the same dataset version.",
      ...noFigures,
      n: pairs.caseNumbers.length,
    };
  }
  const { verdict, difference, lower, upper, n, method, casesNeeded } = loss;
  return {
    ...common,
    verdict,
    sentence: `${figure(loss, margin)}.${moreCases(casesNeeded, "if the difference stays as it is")}${leftOut(pairs)}`,
    value: difference,
    lower,
    upper,
    n,
    method,
    casesNeeded,
  };
}

const noFigures = { value: null, lower: null, upper: null, n: 0, method: null, casesNeeded: null } as const;

function lossOf(pairs: PairedCases, margin: number): Loss | null {
  const compared = comparePairs(pairs, { margin });
  if (!compared?.noWorse) return null;
  const { lower: atWorst, casesNeeded } = compared.noWorse;
  const verdict: RuleVerdict =
    atWorst > -margin ? "pass" : compared.upper < 0 ? "fail" : "not enough evidence";
  const open = verdict === "not enough evidence" && casesNeeded !== null;
  return { ...compared, atWorst, verdict, casesNeeded: open ? roundedUp(casesNeeded) : null };
}

function figure({ difference, lower, upper, n, verdict, atWorst }: Loss, margin: number): string {
  const bar = points(margin).slice(1);
  const change = `${points(difference)} points [${points(lower)}, ${points(upper)}] against the baseline on ${counted(n)} shared ${n === 1 ? "case" : "cases"}`;
  const worst = `${points(atWorst, -margin)} points at worst (one-sided 95 %)`;
  switch (verdict) {
    case "pass":
      return `${change}: ${worst}, so a loss of ${bar} points is ruled out`;
    case "fail":
      return `${change}: a loss is proven, and with ${worst} it may be more than the ${bar} points allowed`;
    case "not enough evidence":
      return `${change}: ${worst}, so a loss of ${bar} points is not ruled out`;
  }
}

function leftOut({ unpaired }: PairedCases): string {
  const parts = [
    unpaired.changed > 0 ? `${counted(unpaired.changed)} changed since` : null,
    unpaired.onlyBaseline > 0 ? `${counted(unpaired.onlyBaseline)} not planned in this run` : null,
    unpaired.onlyCandidate > 0 ? `${counted(unpaired.onlyCandidate)} not in the baseline` : null,
    unpaired.notJudged > 0 ? `${counted(unpaired.notJudged)} without a verdict in the baseline` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "" : ` Not compared: ${parts.join(", ")}.`;
}
