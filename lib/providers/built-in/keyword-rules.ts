import { z } from "zod";
import { inputText } from "./input-text.ts";
import type { Predictor } from "./predictor.ts";

const phraseSchema = z.string().trim().min(1).max(500);
const phrasesSchema = z.array(phraseSchema).max(1000);

const keywordRuleSchema = z
  .strictObject({
    label: z.string().min(1),
    anyOf: phrasesSchema.default([]),
    allOf: phrasesSchema.default([]),
    noneOf: phrasesSchema.default([]),
  })
  .refine((rule) => rule.anyOf.length + rule.allOf.length > 0, {
    error: "A rule needs at least one phrase in anyOf or allOf.",
  });

export const keywordRulesConfigSchema = z.strictObject({
  rules: z.array(keywordRuleSchema).max(1000).default([]),
  /** The answer where no rule applies. */
  defaultLabel: z.string().default("other"),
  inputField: z.string().min(1).optional(),
});

export type KeywordRulesConfig = z.infer<typeof keywordRulesConfigSchema>;

const wordCharacter = /[\p{L}\p{N}\p{M}_]/u;

/**
 * The label of the first rule that applies: one of `anyOf` (where given), all of `allOf`, none of `noneOf`. Phrases match
 * whole words, in any case; no pattern language, so the time is linear in text and phrases.
 */
export function createKeywordRules(config: KeywordRulesConfig): Predictor {
  const rules = config.rules.map((rule) => ({
    label: rule.label,
    anyOf: rule.anyOf.map(folded),
    allOf: rule.allOf.map(folded),
    noneOf: rule.noneOf.map(folded),
  }));
  return {
    predict(input) {
      const text = folded(inputText(input, config.inputField));
      const contains = (phrase: string) => containsPhrase(text, phrase);
      const rule = rules.find(
        ({ anyOf, allOf, noneOf }) =>
          (anyOf.length === 0 || anyOf.some(contains)) && allOf.every(contains) && !noneOf.some(contains),
      );
      return { output: rule?.label ?? config.defaultLabel, confidence: null };
    },
  };
}

function containsPhrase(text: string, phrase: string): boolean {
  const startsWithWord = wordCharacter.test(characterAt(phrase, 0));
  const endsWithWord = wordCharacter.test(characterBefore(phrase, phrase.length));
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    const freeBefore = !startsWithWord || !wordCharacter.test(characterBefore(text, at));
    const freeBehind = !endsWithWord || !wordCharacter.test(characterAt(text, end));
    if (freeBefore && freeBehind) return true;
  }
  return false;
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}

function characterBefore(text: string, at: number): string {
  const isPair = /[\uDC00-\uDFFF]/.test(text.charAt(at - 1)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 2));
  return isPair ? text.slice(at - 2, at) : text.charAt(at - 1);
}

function folded(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
