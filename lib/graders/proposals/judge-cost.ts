import { costMicroUsd } from "#lib/models/cost.ts";
import { answerText } from "./answer-text.ts";
import type { DatasetFacts, ProposalCost, ProposedJudge } from "./proposal.ts";

/** As the estimate of a run takes it: about four characters make a token. */
const CHARS_PER_TOKEN = 4;
/** The instructions around a case, and a verdict with its reason. */
const PROMPT_TOKENS = 400;
const VERDICT_TOKENS = 120;
const ANSWERS = 1_000;
/** An answer is taken to be as long as what is expected, or this long where nothing is. */
const ANSWER_CHARS = 1_200;

/** What a judge asks for a thousand answers, from the lengths of the cases. It is asked so many times about each. */
export function judgeCost(
  { samples }: DatasetFacts,
  judge: ProposedJudge,
  callsPerAnswer: number,
): ProposalCost {
  const chars = samples.reduce((sum, { input, expected }) => {
    const expectedChars = expected === undefined || expected === null ? 0 : answerText(expected).length;
    return sum + answerText(input).length + expectedChars + (expectedChars || ANSWER_CHARS);
  }, 0);
  const promptTokens = Math.ceil(chars / Math.max(1, samples.length) / CHARS_PER_TOKEN) + PROMPT_TOKENS;
  const usage = { promptTokens: promptTokens * ANSWERS, completionTokens: VERDICT_TOKENS * ANSWERS };
  const once = costMicroUsd(usage, judge.prices);
  return {
    type: "judge",
    model: judge.name,
    microUsdPer1000: once === null ? null : once * callsPerAnswer,
  };
}
