import { splitWhitespace } from "../tokenise/split-whitespace.ts";

const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/g;
// JavaScript's \b knows ASCII letters only, so the word boundary is spelled out with Unicode classes.
const ARTICLES = /(?<![\p{L}\p{N}_])(?:a|an|the)(?![\p{L}\p{N}_])/gu;

/**
 * SQuAD's answer normalisation: lower case, ASCII punctuation deleted (not replaced by a space, so "well-known"
 * becomes "wellknown"), the articles a, an, the removed, white space collapsed.
 *
 * Source: the SQuAD 2.0 evaluation script, Rajpurkar et al. 2018.
 */
export function normaliseAnswer(answer: string): string {
  const words = answer.toLowerCase().replace(ASCII_PUNCTUATION, "").replace(ARTICLES, " ");
  return splitWhitespace(words).join(" ");
}
