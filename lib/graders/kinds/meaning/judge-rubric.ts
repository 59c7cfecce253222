import { unscored } from "../../grade-result.ts";
import type { GradeInput, GradeResult, OutsideKind } from "../../grader-kind.ts";
import { askJudges, type Judgements } from "../../judging/ask-judges.ts";
import { isGiven, plainText } from "../../judging/case-texts.ts";
import type { Section } from "../../judging/fence.ts";
import { judgeReferences, noJudge, promptOf } from "../../judging/judge-config.ts";
import { disagreementNote, judgementDetail, noVerdictReason } from "../../judging/judgement-detail.ts";
import { rubricPrompts } from "../../judging/prompts/rubric-prompts.ts";
import { choiceQuestion } from "../../judging/rubric/choice-question.ts";
import { type CriteriaVerdict, criteriaQuestion } from "../../judging/rubric/criteria-question.ts";
import { gradeChoice } from "../../judging/rubric/judge-choice.ts";
import { type RubricConfig, rubricConfigSchema } from "../../judging/rubric/rubric-config.ts";
import { decideVotes } from "../../judging/verdicts/decide-votes.ts";

/**
 * A model judges the answer by named criteria (pass or fail each) or by one of several labels with scores, with or without the
 * expected value. A panel of judges, each asked several times, decides by majority. What cannot be read is unscored.
 */
export const judgeRubric: OutsideKind<RubricConfig> = {
  kind: "judge-rubric",
  execution: "remote",
  family: "meaning",
  label: "Judge with a rubric",
  explanation: "Asks a model whether the answer meets criteria that you name.",
  direction: "higher",
  defaultThreshold: 1,
  binary: false,
  needsExpected: false,
  configSchema: rubricConfigSchema,
  defaults: {
    judges: [],
    samples: 1,
    promptVersion: 1,
    scale: "criteria",
    criteria: [
      {
        name: "Correct",
        description: "The answer does what the input asks for, and nothing in it is wrong.",
        weight: 1,
      },
    ],
    combine: "all",
    choices: [
      { label: "Good", description: "Right and complete.", score: 1 },
      { label: "Partly", description: "Right as far as it goes, and something is missing.", score: 0.5 },
      { label: "Bad", description: "Wrong, or beside the point.", score: 0 },
    ],
    reference: "when-there",
    instructions: "",
  },
  references: judgeReferences,
  callsPerAnswer: ({ judges, samples }) => judges.length * samples,
  open(config, { judges }) {
    const prompt = promptOf(rubricPrompts, config.promptVersion);
    return async (input, signal) => {
      if (config.judges.length === 0) return unscored(noJudge);
      const sections = sectionsOf(config, input);
      if (sections === null)
        return unscored("This case has no expected value, and this judge needs one as its reference.");
      if (config.scale === "choices") {
        const asked = choiceQuestion(config.choices, config.instructions);
        const judgements = await askJudges(judges, config, { prompt, sections, ...asked }, signal);
        return gradeChoice(
          judgements,
          (label) => config.choices.find((one) => one.label === label)?.score ?? 0,
        );
      }
      const asked = criteriaQuestion(config);
      return gradeCriteria(config, await askJudges(judges, config, { prompt, sections, ...asked }, signal));
    };
  },
};

function sectionsOf({ reference }: RubricConfig, { input, expected, output }: GradeInput): Section[] | null {
  const isThere = isGiven(expected);
  if (reference === "required" && !isThere) return null;
  return [
    { label: "input", text: plainText(input) },
    ...(reference !== "none" && isThere ? [{ label: "reference", text: plainText(expected) }] : []),
    { label: "answer", text: output },
  ];
}

function gradeCriteria(
  { criteria, combine }: RubricConfig,
  judgements: Judgements<CriteriaVerdict>,
): GradeResult {
  const { byJudge, usage } = judgements;
  const decisions = criteria.map((criterion, index) => {
    const votes = byJudge.map((ballots) => ballots.map(({ verdict }) => passOf(verdict, index)));
    return { ...criterion, index, decision: decideVotes(votes) };
  });
  const disagreement = Math.max(...decisions.map(({ decision }) => decision.disagreement));
  const results = decisions.map(({ name, index, decision }) => {
    const met = decision.type === "decided" ? decision.key === "met" : null;
    return { name, met, disagreement: decision.disagreement, reason: reasonFor(byJudge, index, met) };
  });
  const detail = judgementDetail(judgements, disagreement, (verdict) => verdict.map(({ pass }) => pass), {
    criteria: results,
  });
  const missed = results.filter(({ met }) => met === false);
  const isUndecided = results.some(({ met }) => met === null);
  // One criterion that is certainly missed fails the whole; what the others are does not matter then.
  if (isUndecided && !(combine === "all" && missed.length > 0))
    return { status: "unscored", reason: noVerdictReason(byJudge), detail, usage };
  const note = disagreementNote(disagreement, byJudge.flat().length);
  const score = combine === "all" ? Number(missed.length === 0) : weightedShare(decisions);
  return { status: "scored", score, reason: `${summary(results, missed)}${note}`, detail, usage };
}

type Result = { name: string; reason: string };

function summary(results: readonly Result[], missed: readonly Result[]): string {
  const [first] = missed;
  const [only] = results;
  if (first === undefined) {
    return results.length === 1 && only !== undefined
      ? `${only.name} is met: ${only.reason}`
      : `All ${results.length} criteria are met. ${only?.name ?? ""}: ${only?.reason ?? ""}`;
  }
  const others = missed.slice(1).map(({ name }) => name);
  const also = others.length > 0 ? ` Not met either: ${others.join(", ")}.` : "";
  return `${first.name} is not met: ${first.reason}${also}`;
}

function passOf(verdict: CriteriaVerdict | null, index: number): string | null {
  const pass = verdict?.[index]?.pass;
  return pass === undefined ? null : pass ? "met" : "missed";
}

function reasonFor(
  byJudge: Judgements<CriteriaVerdict>["byJudge"],
  index: number,
  met: boolean | null,
): string {
  const said = byJudge.flat().flatMap(({ verdict }) => {
    const one = verdict?.[index];
    return one !== undefined && one.pass === met && one.reason !== "" ? [one.reason] : [];
  });
  return said[0] ?? "The judge gave no reason.";
}

function weightedShare(
  decisions: readonly { weight: number; decision: ReturnType<typeof decideVotes> }[],
): number {
  const total = decisions.reduce((sum, { weight }) => sum + weight, 0);
  const met = decisions.filter(({ decision }) => decision.type === "decided" && decision.key === "met");
  return met.reduce((sum, { weight }) => sum + weight, 0) / total;
}
