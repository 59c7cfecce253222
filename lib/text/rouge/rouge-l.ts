import { longestCommonSubsequence } from "../edit-distance/longest-common-subsequence.ts";
import { type RougeScore, rougeScore } from "./rouge-score.ts";
import { rougeTokens } from "./rouge-tokens.ts";

/**
 * ROUGE-L of one prediction against one target: longest common subsequence of their words, as fractions in 0..1; all
 * zero when either side has no words. `stem` applies NLTK's Porter stemmer.
 *
 * Source: Lin 2004; the same figures as rouge_score.
 */
export function rougeL({
  target,
  prediction,
  stem,
}: {
  target: string;
  prediction: string;
  stem: boolean;
}): RougeScore {
  const targetTokens = rougeTokens(target, stem);
  const predictionTokens = rougeTokens(prediction, stem);
  const common = longestCommonSubsequence(targetTokens, predictionTokens);
  return rougeScore(common, targetTokens.length, predictionTokens.length);
}
