import { matchingRule, STEP_2_RULES, STEP_3_RULES, STEP_4_RULES, type SuffixRule } from "./suffix-rules.ts";
import {
  containsVowel,
  endsInConsonant,
  endsInDoubleConsonant,
  endsInShortSyllable,
  isVowelConsonantPair,
  measure,
} from "./word-shape.ts";

/** `original`: the 1980 paper. `martin`: the author's later corrections. `nltk`: NLTK's default, used by rouge_score. */
export type PorterVariant = "original" | "martin" | "nltk";

// Words that NLTK does not leave to the rules.
const NLTK_IRREGULAR = new Map(
  Object.entries({
    skies: "sky",
    sky: "sky",
    dying: "die",
    lying: "lie",
    tying: "tie",
    news: "news",
    innings: "inning",
    inning: "inning",
    outings: "outing",
    outing: "outing",
    cannings: "canning",
    canning: "canning",
    howe: "howe",
    proceed: "proceed",
    exceed: "exceed",
    succeed: "succeed",
  }),
);

/**
 * Porter stem of one word, lower-cased first. Words of one or two letters stay as they are, except in `original`.
 *
 * Source: Porter 1980, Program 14:130; the NLTK variant as NLTK 3.8 documents it.
 */
export function porterStem(word: string, variant: PorterVariant): string {
  const lower = word.toLowerCase();
  const irregular = variant === "nltk" ? NLTK_IRREGULAR.get(lower) : undefined;
  if (irregular !== undefined) return irregular;
  if (lower.length <= 2 && variant !== "original") return lower;
  const inflected = step1c(step1b(step1a(lower, variant), variant), variant);
  return step5(step4(step3(step2(inflected, variant))), variant);
}

function step1a(word: string, variant: PorterVariant): string {
  if (!word.endsWith("s")) return word;
  if (variant === "nltk" && word.length === 4 && word.endsWith("ies")) return word.slice(0, -1);
  if (word.endsWith("sses") || word.endsWith("ies")) return word.slice(0, -2);
  return word.endsWith("ss") ? word : word.slice(0, -1);
}

function step1b(word: string, variant: PorterVariant): string {
  if (variant === "nltk" && word.endsWith("ied")) return word.slice(0, word.length === 4 ? -1 : -2);
  if (word.endsWith("eed")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const suffixLength = word.endsWith("ed") ? 2 : word.endsWith("ing") ? 3 : 0;
  const stem = word.slice(0, word.length - suffixLength);
  if (suffixLength === 0 || !containsVowel(stem)) return word;
  if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) return `${stem}e`;
  if (endsInDoubleConsonant(stem)) return /[lsz]$/.test(stem) ? stem : stem.slice(0, -1);
  return measure(stem) === 1 && shortSyllable(stem, variant) ? `${stem}e` : stem;
}

function step1c(word: string, variant: PorterVariant): string {
  if (!word.endsWith("y")) return word;
  const stem = word.slice(0, -1);
  const changes = variant === "nltk" ? stem.length > 1 && endsInConsonant(stem) : containsVowel(stem);
  return changes ? `${stem}i` : word;
}

function step2(word: string, variant: PorterVariant): string {
  if (variant === "nltk" && word.endsWith("alli") && measure(word.slice(0, -4)) > 0) {
    return step2(word.slice(0, -2), variant);
  }
  const rule = matchingRule(word, STEP_2_RULES[variant]);
  if (!rule) return word;
  // NLTK measures what stands before "ogi" rather than before "logi", so that "geologi" loses its i.
  const measured = variant === "nltk" && rule.suffix === "logi" ? 3 : rule.suffix.length;
  return measure(word.slice(0, -measured)) > 0 ? replaceSuffix(word, rule) : word;
}

function step3(word: string): string {
  const rule = matchingRule(word, STEP_3_RULES);
  return rule && measure(word.slice(0, -rule.suffix.length)) > 0 ? replaceSuffix(word, rule) : word;
}

function step4(word: string): string {
  const rule = matchingRule(word, STEP_4_RULES);
  if (!rule) return word;
  const stem = word.slice(0, -rule.suffix.length);
  if (measure(stem) <= 1 || (rule.suffix === "ion" && !/[st]$/.test(stem))) return word;
  return stem;
}

function step5(word: string, variant: PorterVariant): string {
  const short = word.endsWith("e") ? withoutFinalE(word, variant) : word;
  return short.endsWith("ll") && measure(short.slice(0, -1)) > 1 ? short.slice(0, -1) : short;
}

function withoutFinalE(word: string, variant: PorterVariant): string {
  const stem = word.slice(0, -1);
  const m = measure(stem);
  return m > 1 || (m === 1 && !shortSyllable(stem, variant)) ? stem : word;
}

function shortSyllable(stem: string, variant: PorterVariant): boolean {
  return endsInShortSyllable(stem) || (variant === "nltk" && isVowelConsonantPair(stem));
}

function replaceSuffix(word: string, rule: SuffixRule): string {
  return word.slice(0, -rule.suffix.length) + rule.replacement;
}
