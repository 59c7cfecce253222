import { requireCount } from "../guards/require-count.ts";

export type NgramOverlap = {
  /** N-grams of the case, and how many of them are in the source. */
  ngrams: number;
  matched: number;
  any: boolean;
  /** matched / ngrams, and the share of the case's tokens that lie in a matching n-gram; 0 where the case has no n-gram. */
  matchedShare: number;
  tokenCoverage: number;
};

/** The n-grams of a source, prepared once to look many cases up in it. */
export type NgramIndex = { order: number; ngrams: ReadonlySet<string> };

/** @throws RangeError unless order is a whole number of at least 1. */
export function ngramIndex(sourceTokens: readonly string[], order: number): NgramIndex {
  requireCount(order, "order", 1);
  return { order, ngrams: new Set(ngramsOf(sourceTokens, order)) };
}

/**
 * How much of a case stands word for word in a source such as a prompt or a training file, by n-grams of tokens. Orders in use: 13
 * with any match (GPT-3), 8 by token coverage (Llama 3) or by matched share (PaLM, 70 %).
 *
 * Source: Brown et al. 2020, arXiv 2005.14165, appendix C; Chowdhery et al. 2022, arXiv 2204.02311; arXiv 2407.21783.
 */
export function ngramOverlap(caseTokens: readonly string[], { order, ngrams }: NgramIndex): NgramOverlap {
  const own = ngramsOf(caseTokens, order);
  let matched = 0;
  let covered = 0;
  let coveredUntil = 0;
  own.forEach((ngram, start) => {
    if (!ngrams.has(ngram)) return;
    matched += 1;
    covered += start + order - Math.max(start, coveredUntil);
    coveredUntil = start + order;
  });
  return {
    ngrams: own.length,
    matched,
    any: matched > 0,
    matchedShare: own.length === 0 ? 0 : matched / own.length,
    tokenCoverage: own.length === 0 ? 0 : covered / caseTokens.length,
  };
}

// A space cannot occur in a token, so joined n-grams are equal only if their tokens are.
function ngramsOf(tokens: readonly string[], order: number): string[] {
  return Array.from({ length: Math.max(0, tokens.length - order + 1) }, (_, start) =>
    tokens.slice(start, start + order).join(" "),
  );
}
