import type { AnswerHistory, ModelOutlook, Spread } from "./estimate-basis.ts";
import {
  charactersPerToken,
  enoughAnswers,
  predictedSum,
  promptSlack,
  roughSum,
  tokensPerPrice,
} from "./predicted-sum.ts";

/** What is asked of a model. */
export type Asked = { cases: number; repetitions: number; useCache: boolean };

/** Both ends belong to it; no upper end is known where `high` is null. */
export type Range = { low: number; high: number | null };

export type RunEstimate = {
  /** In whole micro-dollars, or null with the reason. */
  costMicroUsd: Range | null;
  costUnknownBecause: string | null;
  promptTokens: Range | null;
  completionTokens: Range | null;
  seconds: number | null;
  /** What it rests on, as the end of a sentence. */
  restsOn: string;
};

/**
 * What a run may cost and take, from what is known before it starts.
 * With enough answers of the same version on the same dataset, a range is the 95 % prediction interval of a sum. Answers of another version or
 * dataset give half to double. Without any, the prompt counts one token for 4 characters, give or take a quarter, and the answer between
 * 1 token and the model's maximum; no maximum, no upper end.
 */
export function estimateCost(model: ModelOutlook, asked: Asked): RunEstimate {
  const { promptTokens, completionTokens } = tokenRanges(model, asked);
  const cost = costOf(model, asked, promptTokens, completionTokens);
  return {
    costMicroUsd: typeof cost === "string" ? null : cost,
    costUnknownBecause: typeof cost === "string" ? cost : null,
    promptTokens,
    completionTokens,
    seconds: secondsOf(model, asked, promptTokens, completionTokens),
    restsOn: restsOn(model),
  };
}

function tokenRanges({ basis }: ModelOutlook, asked: Asked) {
  const attempts = asked.cases * asked.repetitions;
  if (basis.kind === "nothing") return { promptTokens: null, completionTokens: null };
  if (basis.kind === "characters") {
    const prompt = (attempts * basis.promptCharacters) / charactersPerToken;
    const most = basis.maxTokens === null ? null : attempts * basis.maxTokens;
    return {
      promptTokens: { low: (1 - promptSlack) * prompt, high: (1 + promptSlack) * prompt },
      completionTokens: { low: attempts, high: most },
    };
  }
  const { history } = basis;
  const narrow = basis.kind === "version-on-dataset" && history.counted >= enoughAnswers;
  const range = (spread: Spread | null): Range | null => {
    if (spread === null || history.counted === 0) return null;
    return narrow ? predictedSum(spread, asked, history.counted) : roughSum(spread, attempts);
  };
  return { promptTokens: range(history.promptTokens), completionTokens: range(history.completionTokens) };
}

function costOf(
  { price, basis }: ModelOutlook,
  asked: Asked,
  prompt: Range | null,
  completion: Range | null,
): Range | string {
  const { inputPrice, outputPrice, cachedInputPrice } = price;
  if (inputPrice === null || outputPrice === null) return "its price is unknown";
  const isFree = inputPrice === 0 && outputPrice === 0 && (cachedInputPrice ?? 0) === 0;
  if (isFree) return { low: 0, high: 0 };
  if (prompt === null || completion === null) {
    return "history" in basis
      ? "its server has not reported any token counts"
      : "there is nothing to estimate its tokens from";
  }
  const cheapestInput = "history" in basis ? inputPriceWithCache(basis.history, price) : inputPrice;
  const low = prompt.low * cheapestInput + completion.low * outputPrice;
  const high =
    prompt.high === null || completion.high === null
      ? null
      : Math.ceil((prompt.high * inputPrice + completion.high * outputPrice) / tokensPerPrice);
  // From the cache nothing is paid, and how much of the run it holds is not known before.
  return { low: asked.useCache ? 0 : Math.floor(low / tokensPerPrice), high };
}

/** The mean price of an input token if the provider's cache serves as much as before. */
function inputPriceWithCache(
  { promptTokens, cachedTokens }: AnswerHistory,
  { inputPrice, cachedInputPrice }: ModelOutlook["price"],
): number {
  const full = inputPrice ?? 0;
  if (cachedInputPrice === null || promptTokens === null || promptTokens.mean === 0) return full;
  const share = Math.min(1, cachedTokens / promptTokens.mean);
  return full + share * (cachedInputPrice - full);
}

function secondsOf(
  { basis, concurrency, requestsPerMinute, tokensPerMinute }: ModelOutlook,
  { cases, repetitions }: Asked,
  prompt: Range | null,
  completion: Range | null,
): number | null {
  const latencyMs = "history" in basis ? basis.history.latencyMs : null;
  if (latencyMs === null) return null;
  const attempts = cases * repetitions;
  const atFullSpeed = (attempts * latencyMs) / 1_000 / Math.max(1, concurrency);
  const byRequests = requestsPerMinute === null ? 0 : (attempts * 60) / requestsPerMinute;
  const tokens = middle(prompt) + middle(completion);
  const byTokens = tokensPerMinute === null ? 0 : (tokens * 60) / tokensPerMinute;
  return Math.max(atFullSpeed, byRequests, byTokens);
}

function middle(range: Range | null): number {
  return range === null ? 0 : (range.low + (range.high ?? range.low)) / 2;
}

function restsOn({ basis }: ModelOutlook): string {
  if (basis.kind === "nothing") return "nothing: there are no earlier answers";
  if (basis.kind === "characters") {
    const answer = basis.maxTokens === null ? "and no maximum for the answer" : "and its maximum of tokens";
    return `the length of its prompts, one token for 4 characters, ${answer}, without earlier answers`;
  }
  const answers = `${basis.history.answered.toLocaleString("en-US")} answer${basis.history.answered === 1 ? "" : "s"}`;
  switch (basis.kind) {
    case "version-on-dataset":
      return `${answers} of this version on this dataset`;
    case "model-on-dataset":
      return `${answers} of other versions of it on this dataset, halved and doubled`;
    case "model-elsewhere":
      return `${answers} of it on other datasets, halved and doubled`;
  }
}
