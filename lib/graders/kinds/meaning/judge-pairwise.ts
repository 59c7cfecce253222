import { z } from "zod";
import { unscored } from "../../grade-result.ts";
import type { OutsideKind } from "../../grader-kind.ts";
import { askJudges, type Ballot, type Judgements } from "../../judging/ask-judges.ts";
import { fieldAt, isGiven, plainText } from "../../judging/case-texts.ts";
import {
  instructionsSchema,
  judgeReferences,
  judgesSchema,
  noJudge,
  promptOf,
  promptVersionSchema,
  samplesSchema,
} from "../../judging/judge-config.ts";
import { pairwisePrompts } from "../../judging/prompts/pairwise-prompts.ts";
import { type ChoiceVerdict, choiceQuestion } from "../../judging/rubric/choice-question.ts";
import { gradeChoice } from "../../judging/rubric/judge-choice.ts";
import { allOrStopped } from "../../services/services-stopped.ts";
import { addUsage } from "../../services/usage.ts";

const configSchema = z.strictObject({
  judges: judgesSchema,
  samples: samplesSchema,
  promptVersion: promptVersionSchema(pairwisePrompts),
  /** Where the other answer stands. */
  against: z
    .string()
    .trim()
    .max(300)
    .regex(
      /^(expected|input|metadata)(\.[^.]+)*$/,
      "Name a field such as expected or metadata.previous_answer.",
    ),
  instructions: instructionsSchema,
});
export type JudgePairwiseConfig = z.output<typeof configSchema>;

const choices = [
  { label: "first", description: "FIRST is clearly better" },
  { label: "second", description: "SECOND is clearly better" },
  { label: "tie", description: "neither is clearly better" },
];
const outcomes: Readonly<Record<string, number>> = { better: 1, tie: 0.5, worse: 0 };

/**
 * A model says whether the answer or another one (the expected value, or a field of the case) is better. Every judgement is made in
 * both orders; a judge that prefers a position has no preference, which is a tie. 1 is better, 0.5 a tie, 0 worse.
 * Order bias of judges: Zheng et al. 2023, "Judging LLM-as-a-Judge", section 3.3.
 */
export const judgePairwise: OutsideKind<JudgePairwiseConfig> = {
  kind: "judge-pairwise",
  execution: "remote",
  family: "meaning",
  label: "Judge of two answers",
  explanation:
    "Asks a model in both orders whether the answer is better than another one, such as the expected value.",
  direction: "higher",
  defaultThreshold: 0.5,
  binary: false,
  needsExpected: true,
  configSchema,
  defaults: { judges: [], samples: 1, promptVersion: 1, against: "expected", instructions: "" },
  references: judgeReferences,
  callsPerAnswer: ({ judges, samples }) => 2 * judges.length * samples,
  open(config, { judges }) {
    const prompt = promptOf(pairwisePrompts, config.promptVersion);
    const asked = choiceQuestion(choices, config.instructions);
    return async (input, signal) => {
      if (config.judges.length === 0) return unscored(noJudge);
      const other = fieldAt(input, config.against);
      if (!isGiven(other))
        return unscored(
          config.against === "expected"
            ? "This case has no expected value to compare the answer with."
            : `This case has no field ${config.against} to compare the answer with, and no expected value is used.`,
        );
      const ask = (first: string, second: string) => {
        const sections = [
          { label: "input", text: plainText(input.input) },
          { label: "first", text: first },
          { label: "second", text: second },
        ];
        return askJudges(judges, config, { prompt, sections, ...asked }, signal);
      };
      const orders = await Promise.allSettled([
        ask(input.output, plainText(other)),
        ask(plainText(other), input.output),
      ]);
      const [forward, backward] = allOrStopped(orders, ({ usage }) => usage);
      if (forward === undefined || backward === undefined) throw new Error("Both orders were asked.");
      return gradeBothOrders(forward, backward);
    };
  },
};

function gradeBothOrders(forward: Judgements<ChoiceVerdict>, backward: Judgements<ChoiceVerdict>) {
  let pairs = 0;
  let consistent = 0;
  const byJudge = forward.byJudge.map((ballots, judge) =>
    ballots.map((ballot, sample): Ballot<ChoiceVerdict> => {
      const swapped = backward.byJudge[judge]?.[sample];
      if (ballot.verdict === null || !swapped?.verdict) return unreadable(ballot, swapped);
      const [one, two] = [sideOf(ballot.verdict.label, "first"), sideOf(swapped.verdict.label, "second")];
      pairs += 1;
      if (one === two) consistent += 1;
      const agreed = { label: one, reason: ballot.verdict.reason };
      const split = { label: "tie", reason: "The judge changed its mind when the order was swapped." };
      return { ...ballot, verdict: one === two ? agreed : split };
    }),
  );
  const { prompt } = forward.usage;
  const usage = { ...addUsage([forward.usage, backward.usage]), ...(prompt && { prompt }) };
  const positionConsistency = pairs === 0 ? null : consistent / pairs;
  return gradeChoice({ ...forward, byJudge, usage }, (label) => outcomes[label] ?? 0, {
    positionConsistency,
  });
}

/** What a verdict says of the answer that is graded, which stood at `own`. */
function sideOf(label: string, own: "first" | "second"): string {
  if (label === "tie") return "tie";
  return label === own ? "better" : "worse";
}

function unreadable(
  ballot: Ballot<ChoiceVerdict>,
  swapped: Ballot<ChoiceVerdict> | undefined,
): Ballot<ChoiceVerdict> {
  const broken = ballot.verdict === null || swapped === undefined ? ballot : swapped;
  return { ...broken, verdict: null };
}
