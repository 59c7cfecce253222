export type SuffixRule = { suffix: string; replacement: string };

/** Rules by the last letter but one of their suffix, so that a word is compared with a few rules only. */
export type SuffixRules = ReadonlyMap<number, readonly SuffixRule[]>;

const STEP_2 =
  "ational:ate tional:tion enci:ence anci:ance izer:ize alli:al entli:ent eli:e ousli:ous ization:ize ation:ate " +
  "ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble";

/** Step 2 of Porter 1980 as each variant has it. */
export const STEP_2_RULES = {
  original: suffixRules(`${STEP_2} abli:able`),
  martin: suffixRules(`${STEP_2} bli:ble logi:log`),
  nltk: suffixRules(`${STEP_2} bli:ble fulli:ful logi:log`),
};

/** Step 3 of Porter 1980. */
export const STEP_3_RULES = suffixRules("icate:ic ative: alize:al iciti:ic ical:ic ful: ness:");

/** Step 4 of Porter 1980; "ion" goes only after s or t. Longer suffixes stand before the shorter ones they end in. */
export const STEP_4_RULES = suffixRules(
  "al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: ion: ou: ism: ate: iti: ous: ive: ize:",
);

/** The first rule whose suffix the word ends in. */
export function matchingRule(word: string, rules: SuffixRules): SuffixRule | undefined {
  return rules.get(word.charCodeAt(word.length - 2))?.find((rule) => word.endsWith(rule.suffix));
}

function suffixRules(list: string): SuffixRules {
  const rules = new Map<number, SuffixRule[]>();
  for (const rule of list.split(" ")) {
    const [suffix = "", replacement = ""] = rule.split(":");
    const letter = suffix.charCodeAt(suffix.length - 2);
    rules.set(letter, [...(rules.get(letter) ?? []), { suffix, replacement }]);
  }
  return rules;
}
