import type { ResolvedPrice } from "#lib/models/prices/choose-price.ts";
import type { Spread } from "../estimate-basis.ts";

/** Tokens of one judged answer, over all calls that were made about it. */
export type JudgingHistory = {
  /** Judged answers whose tokens were counted. */
  counted: number;
  promptTokens: Spread;
  completionTokens: Spread;
};

/** What the prompts of one judge come to for one answer, all calls together, as they would be sent. */
export type JudgePrompts = {
  price: ResolvedPrice;
  calls: number;
  /** Without the answer that is judged. */
  characters: number;
  /** How often the judged answer stands in them. */
  answers: number;
  /** What its verdicts can come to at most; null without a maximum, 0 for an embedding. */
  maxTokens: number | null;
};

/** What is known before a run of one grader that asks somebody. All numbers; the estimate itself is made where the choice is. */
export type JudgingOutlook = {
  graderVersionId: string;
  name: string;
  callsPerAnswer: number;
  /** Of everybody whom it asks. None is a webhook, whose service bills by itself. */
  prices: ResolvedPrice[];
  /** Texts that were embedded before are not paid again. */
  isCached: boolean;
  basis:
    | { kind: "on-dataset" | "elsewhere"; history: JudgingHistory }
    | { kind: "prompts"; cases: number; judges: JudgePrompts[] }
    | { kind: "nothing" };
};
