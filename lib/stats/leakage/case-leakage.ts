import { longestCommonRun } from "./longest-common-run.ts";
import { type NgramIndex, ngramIndex, ngramOverlap } from "./ngram-overlap.ts";
import { overlapTokens } from "./overlap-tokens.ts";

export type LeakageSource = { tokens: string[]; eight: NgramIndex };

export type CaseLeakage = {
  /** `too short`: fewer than eight tokens, which may be equal by chance. */
  verdict: "leaked" | "clean" | "too short";
  /** Some run of 13 tokens, or the whole case if it has 8 to 12, stands in the source. */
  longMatch: boolean;
  /** Share of the case's tokens in a matching run of 8. */
  coverage: number;
  longestRun: number;
  tokens: number;
};

const SHORTEST = 8;
const LONG = 13;
// Llama 2 calls a sample dirty from 80 % and clean below 20 %; half is leaked for the purpose of a score.
const LEAKED_COVERAGE = 0.5;

/** Prepares a prompt, few-shot block or document once, to look many cases up in it. */
export function leakageSource(text: string): LeakageSource {
  const tokens = overlapTokens(text);
  return { tokens, eight: ngramIndex(tokens, SHORTEST) };
}

/**
 * Whether a case stands in a text that the model is shown or was trained on, so that its score says nothing: leaked with a run of
 * 13 tokens in common, or with half of its tokens in common runs of 8.
 *
 * Source: Brown et al. 2020, arXiv 2005.14165, appendix C (13, at least 8); Touvron et al. 2023, arXiv 2307.09288, appendix A.6;
 * the longest run after Singh et al. 2024, arXiv 2411.03923.
 */
export function caseLeakage(caseText: string, source: LeakageSource): CaseLeakage {
  const tokens = overlapTokens(caseText);
  const longestRun = longestCommonRun(tokens, source.tokens).length;
  const { tokenCoverage: coverage } = ngramOverlap(tokens, source.eight);
  const tooShort = tokens.length < SHORTEST;
  const longMatch = !tooShort && longestRun >= Math.min(LONG, tokens.length);
  const leaked = longMatch || coverage >= LEAKED_COVERAGE;
  return {
    verdict: tooShort ? "too short" : leaked ? "leaked" : "clean",
    longMatch,
    coverage,
    longestRun,
    tokens: tokens.length,
  };
}
