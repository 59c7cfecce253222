import type { EstimateBasis, Spread } from "../estimate-basis.ts";
import type { Asked, Range } from "../estimate-cost.ts";
import {
  charactersPerToken,
  enoughAnswers,
  predictedSum,
  promptSlack,
  roughSum,
  tokensPerPrice,
} from "../predicted-sum.ts";
import type { JudgePrompts, JudgingHistory, JudgingOutlook } from "./judging-outlook.ts";

export type JudgingEstimate = {
  name: string;
  calls: number;
  /** In whole micro-dollars, or null with the reason. */
  costMicroUsd: Range | null;
  costUnknownBecause: string | null;
  /** What it rests on, as the end of a sentence. */
  restsOn: string;
};

/**
 * What one grader may cost in a run, from what is known before it starts. With enough judged answers of the same grader version on the
 * same dataset it is the 95 % prediction interval of `estimateCost`, at least a quarter either way, because models answer in other lengths.
 * Judgements on other datasets give half to double. Without any, the prompts that it would send are counted, one token for 4 characters,
 * give or take a quarter, with the answer as long as the model's; verdicts are between 1 token a call and the judge's maximum.
 */
export function estimateJudging(
  outlook: JudgingOutlook,
  answer: EstimateBasis,
  asked: Pick<Asked, "cases" | "repetitions">,
): JudgingEstimate {
  const cost = costOf(outlook, answer, asked);
  const calls = asked.cases * asked.repetitions * outlook.callsPerAnswer;
  const common = { name: outlook.name, calls, restsOn: restsOn(outlook) };
  return typeof cost === "string"
    ? { ...common, costMicroUsd: null, costUnknownBecause: cost }
    : { ...common, costMicroUsd: cost, costUnknownBecause: null };
}

function costOf(
  { prices, basis, isCached }: JudgingOutlook,
  answer: EstimateBasis,
  asked: Pick<Asked, "cases" | "repetitions">,
): Range | string {
  if (prices.every(({ inputPrice, outputPrice }) => inputPrice === 0 && outputPrice === 0)) {
    return { low: 0, high: 0 };
  }
  if (prices.some(({ inputPrice, outputPrice }) => inputPrice === null || outputPrice === null)) {
    return prices.length === 1
      ? "the price of its judge is unknown"
      : "the price of one of its judges is unknown";
  }
  if (basis.kind === "nothing") return "no case of this dataset shows what it would be asked";
  const { low, high } =
    basis.kind === "prompts" ? countedCost(basis.judges, answer, asked) : pastCost(basis, prices, asked);
  return {
    low: isCached ? 0 : Math.floor(low / tokensPerPrice),
    high: high === null ? null : Math.ceil(high / tokensPerPrice),
  };
}

/** In micro-dollars times a million. The tokens of a panel are not known judge by judge: from the cheapest price to the dearest. */
function pastCost(
  { kind, history }: { kind: "on-dataset" | "elsewhere"; history: JudgingHistory },
  prices: JudgingOutlook["prices"],
  asked: Pick<Asked, "cases" | "repetitions">,
): { low: number; high: number } {
  const sum = (spread: Spread) => {
    const attempts = asked.cases * asked.repetitions;
    if (kind !== "on-dataset" || history.counted < enoughAnswers) return roughSum(spread, attempts);
    const { low, high } = predictedSum(spread, asked, history.counted);
    const middle = attempts * spread.mean;
    return { low: Math.min(low, 0.75 * middle), high: Math.max(high, 1.25 * middle) };
  };
  const [prompt, completion] = [sum(history.promptTokens), sum(history.completionTokens)];
  const input = prices.map(({ inputPrice }) => inputPrice ?? 0);
  const output = prices.map(({ outputPrice }) => outputPrice ?? 0);
  return {
    low: prompt.low * Math.min(...input) + completion.low * Math.min(...output),
    high: prompt.high * Math.max(...input) + completion.high * Math.max(...output),
  };
}

function countedCost(
  judges: readonly JudgePrompts[],
  answer: EstimateBasis,
  { cases, repetitions }: Pick<Asked, "cases" | "repetitions">,
): Range {
  const attempts = cases * repetitions;
  const length = answerTokens(answer);
  return judges.reduce<Range>(
    (sum, { price, calls, characters, answers, maxTokens }) => {
      const [input, output] = [price.inputPrice ?? 0, price.outputPrice ?? 0];
      const prompt = (tokens: number) => attempts * (characters / charactersPerToken + answers * tokens);
      const low =
        (1 - promptSlack) * prompt(length.low) * input +
        attempts * Math.min(calls, maxTokens ?? calls) * output;
      const mostOutput = output === 0 ? 0 : maxTokens === null ? null : attempts * maxTokens * output;
      const mostAnswer = answers === 0 ? 0 : length.high;
      if (sum.high === null || mostOutput === null || mostAnswer === null) {
        return { low: sum.low + low, high: null };
      }
      const high = (1 + promptSlack) * prompt(mostAnswer) * input + mostOutput;
      return { low: sum.low + low, high: sum.high + high };
    },
    { low: 0, high: 0 },
  );
}

/** How long the judged answers will be, from what the model's own estimate rests on. */
function answerTokens(basis: EstimateBasis): Range {
  if ("history" in basis && basis.history.completionTokens !== null) {
    const { mean } = basis.history.completionTokens;
    return { low: mean, high: mean };
  }
  return { low: 0, high: basis.kind === "characters" ? basis.maxTokens : null };
}

function restsOn({ basis, prices }: JudgingOutlook): string {
  if (prices.length === 0) return "nothing: what its service asks is not billed here";
  switch (basis.kind) {
    case "nothing":
      return "nothing: it has judged nothing before";
    case "prompts": {
      const verdicts = basis.judges.some(({ maxTokens }) => maxTokens === null)
        ? "and no maximum for the verdict"
        : "and the maximum of tokens for the verdict";
      return `its prompts for ${count(basis.cases, "case")} of this dataset, one token for 4 characters, ${verdicts}, without earlier judgements`;
    }
    case "on-dataset":
      return `${count(basis.history.counted, "answer")} that it judged on this dataset`;
    case "elsewhere":
      return `${count(basis.history.counted, "answer")} that it judged on other datasets, halved and doubled`;
  }
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString("en-US")} ${noun}${number === 1 ? "" : "s"}`;
}
