import { z } from "zod";
import { noExpectedValue, unscored } from "../../grade-result.ts";
import type { OutsideKind } from "../../grader-kind.ts";
import { askJudges } from "../../judging/ask-judges.ts";
import { isGiven, plainText } from "../../judging/case-texts.ts";
import {
  instructionsSchema,
  judgeReferences,
  judgesSchema,
  noJudge,
  promptOf,
  promptVersionSchema,
  samplesSchema,
} from "../../judging/judge-config.ts";
import { factualityPrompts } from "../../judging/prompts/factuality-prompts.ts";
import { choiceQuestion } from "../../judging/rubric/choice-question.ts";
import { gradeChoice } from "../../judging/rubric/judge-choice.ts";

const scoreSchema = z
  .number("Enter a number.")
  .min(0, "A score is at least 0.")
  .max(1, "A score is at most 1.");

const configSchema = z.strictObject({
  judges: judgesSchema,
  samples: samplesSchema,
  promptVersion: promptVersionSchema(factualityPrompts),
  scores: z.strictObject({
    subset: scoreSchema,
    superset: scoreSchema,
    agree: scoreSchema,
    disagree: scoreSchema,
    differ: scoreSchema,
  }),
  instructions: instructionsSchema,
});
export type JudgeFactualityConfig = z.output<typeof configSchema>;

type FactualityClass = keyof JudgeFactualityConfig["scores"];

const classes: readonly { label: FactualityClass; description: string }[] = [
  {
    label: "subset",
    description: "the answer's facts are only a part of those in the reference, and none contradicts it",
  },
  {
    label: "superset",
    description: "the answer has all facts of the reference and more, and none contradicts it",
  },
  { label: "agree", description: "the answer has the same facts as the reference" },
  { label: "disagree", description: "at least one fact of the answer contradicts the reference" },
  {
    label: "differ",
    description: "the two differ, and no difference matters for whether the answer is factual",
  },
];

/**
 * A model puts the facts of the answer into one of five classes against those of the expected value; each class has a score. The
 * classes are those of OpenAI's evals ("fact"), the default scores those of autoevals' Factuality.
 */
export const judgeFactuality: OutsideKind<JudgeFactualityConfig> = {
  kind: "judge-factuality",
  execution: "remote",
  family: "meaning",
  label: "Judge of facts",
  explanation: "Asks a model how the facts of the answer stand to those of the expected value.",
  direction: "higher",
  defaultThreshold: 0.6,
  binary: false,
  needsExpected: true,
  configSchema,
  defaults: {
    judges: [],
    samples: 1,
    promptVersion: 1,
    scores: { subset: 0.4, superset: 0.6, agree: 1, disagree: 0, differ: 1 },
    instructions: "",
  },
  references: judgeReferences,
  callsPerAnswer: ({ judges, samples }) => judges.length * samples,
  open(config, { judges }) {
    const prompt = promptOf(factualityPrompts, config.promptVersion);
    const asked = choiceQuestion(classes, config.instructions);
    return async ({ input, expected, output }, signal) => {
      if (config.judges.length === 0) return unscored(noJudge);
      if (!isGiven(expected)) return noExpectedValue;
      const sections = [
        { label: "input", text: plainText(input) },
        { label: "reference", text: plainText(expected) },
        { label: "answer", text: output },
      ];
      const judgements = await askJudges(judges, config, { prompt, sections, ...asked }, signal);
      return gradeChoice(judgements, (label) => scoreOf(config, label));
    };
  },
};

function scoreOf({ scores }: JudgeFactualityConfig, label: string): number {
  const found = classes.find((one) => one.label === label);
  return found === undefined ? 0 : scores[found.label];
}
