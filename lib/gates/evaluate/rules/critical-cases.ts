import { placesOf } from "#lib/outcomes/case-places.ts";
import { outcomeCodes, type RunOutcomes } from "#lib/outcomes/run-outcomes.ts";
import type { RuleOutcome } from "../../policy/rule-outcome.ts";
import type { Evidence } from "../evidence.ts";
import { gradedDifferently } from "../figures/graded-differently.ts";
import { counted } from "../figures/words.ts";

type Watched = {
  /** Critical cases in this run and in the baseline that were asked alike, and those of them that the baseline passed. */
  shared: number;
  passedBefore: number;
  failing: number;
  withoutVerdict: number;
  /** Cases with the tag that the baseline passed and this run did not plan. */
  notPlanned: number;
};

/**
 * Met when no critical case that the baseline passed fails: those with the tag, and, where a grader of the run is critical, every case
 * that this grader did not pass. With repetitions a case passes when all of its attempts do.
 */
export function criticalCasesRule(tag: string | null, evidence: Evidence): RuleOutcome {
  const common = { rule: "critical cases", slice: null, bar: 0, unit: "cases" } as const;
  const figures = { value: null, lower: null, upper: null, n: 0, method: null, casesNeeded: null } as const;
  const unknown = (sentence: string): RuleOutcome => ({
    ...common,
    ...figures,
    verdict: "not enough evidence",
    sentence,
  });
  if (evidence.baseline === null) {
    return unknown(
      "No other run is approved as the baseline, so no case can be called newly failing. Once one is, this rule holds for the runs after it.",
    );
  }
  if (evidence.baseline.gradedAlike === false) return unknown(gradedDifferently);
  const tagged = tag === null ? null : taggedPlaces(tag, evidence);
  if (tagged === null && evidence.criticalGraderVersionIds.length === 0) {
    return unknown(
      tag === null
        ? "No grader of this run is critical and the policy names no tag, so no case is watched. Mark a grader as critical or name a tag."
        : `No case has the tag ${tag} and no grader of this run is critical, so no case is watched. Tag the critical cases.`,
    );
  }
  const watched = watch(evidence, evidence.baseline, tagged);
  const { failing, withoutVerdict, passedBefore, shared, notPlanned } = watched;
  const newly = failing + withoutVerdict;
  const result = { ...common, ...figures, value: newly, n: passedBefore };
  if (newly > 0) return { ...result, verdict: "fail", sentence: failure(watched) };
  if (notPlanned > 0) {
    const were =
      notPlanned === 1
        ? "critical case that the baseline passed is"
        : "critical cases that the baseline passed are";
    return {
      ...result,
      verdict: "not enough evidence",
      sentence: `${counted(notPlanned)} ${were} not part of this run. Run them too.`,
    };
  }
  if (shared === 0) {
    return unknown("No critical case is in both this run and the baseline, so nothing was watched.");
  }
  const sentence =
    passedBefore === 0
      ? `The baseline passed none of ${counted(shared)} critical ${shared === 1 ? "case" : "cases"}, so none could newly fail.`
      : `${ofPassedBefore(passedBefore)}, none fails.`;
  return { ...result, verdict: "pass", sentence };
}

function failure({ failing, withoutVerdict, passedBefore }: Watched): string {
  const newly = failing + withoutVerdict;
  const verb = newly === 1 ? "fails" : "fail";
  const without =
    withoutVerdict === 0
      ? ""
      : ` ${counted(withoutVerdict)} of them ${withoutVerdict === 1 ? "has" : "have"} no verdict, which counts as not passed.`;
  return `${ofPassedBefore(passedBefore)}, ${counted(newly)} ${verb}.${without}`;
}

function ofPassedBefore(count: number): string {
  return `Of ${counted(count)} critical ${count === 1 ? "case" : "cases"} that the baseline passed`;
}

function taggedPlaces(tag: string, { version }: Evidence): Int32Array | null {
  return version.slices.find(({ dimension, value }) => dimension === "tag" && value === tag)?.members ?? null;
}

function watch(
  { outcomes, version, criticalGraderVersionIds }: Evidence,
  { outcomes: before, changed }: NonNullable<Evidence["baseline"]>,
  tagged: Int32Array | null,
): Watched {
  const counts: Watched = { shared: 0, passedBefore: 0, failing: 0, withoutVerdict: 0, notPlanned: 0 };
  const inRun = placesOf(version.caseNumbers, outcomes.caseNumbers);
  const inBaseline = placesOf(version.caseNumbers, before.caseNumbers);
  const hasTag = new Uint8Array(version.caseNumbers.length);
  for (const place of tagged ?? []) hasTag[place] = 1;
  const critical = outcomes.graders.filter(({ graderVersionId }) =>
    criticalGraderVersionIds.includes(graderVersionId),
  );
  for (let place = 0; place < version.caseNumbers.length; place += 1) {
    const now = inRun[place] ?? -1;
    const then = inBaseline[place] ?? -1;
    if (then < 0 || changed.has(version.caseNumbers[place] ?? 0)) continue;
    const passedThen = stateOf(before.verdicts, before, then) === "passed";
    if (now < 0) {
      if (hasTag[place] === 1 && passedThen) counts.notPlanned += 1;
      continue;
    }
    if (hasTag[place] === 0 && critical.length === 0) continue;
    counts.shared += 1;
    if (!passedThen) continue;
    counts.passedBefore += 1;
    const states = critical.map(({ verdicts }) => stateOf(verdicts, outcomes, now));
    if (hasTag[place] === 1) states.push(stateOf(outcomes.verdicts, outcomes, now));
    if (states.includes("failed")) counts.failing += 1;
    else if (states.includes("without verdict")) counts.withoutVerdict += 1;
  }
  return counts;
}

/** All attempts of one case together: the worst of them. */
function stateOf(
  verdicts: Uint8Array,
  { repetitions }: RunOutcomes,
  place: number,
): "passed" | "failed" | "without verdict" {
  let passed = 0;
  for (let at = place * repetitions; at < (place + 1) * repetitions; at += 1) {
    if (verdicts[at] === outcomeCodes.failed) return "failed";
    if (verdicts[at] === outcomeCodes.passed) passed += 1;
  }
  return passed === repetitions ? "passed" : "without verdict";
}
