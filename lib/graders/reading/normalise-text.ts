export const normalisations = ["trim", "whitespace", "case", "punctuation", "articles", "unicode"] as const;
export type Normalisation = (typeof normalisations)[number];

/** SQuAD's punctuation (the ASCII set, which includes signs such as $ and +) and the punctuation of all other scripts. */
const PUNCTUATION = /[!-/:-@[-`{-~]|\p{P}/gu;
const ARTICLES = /(?<![\p{L}\p{N}_])(?:a|an|the)(?![\p{L}\p{N}_])/giu;

/**
 * Applies the named normalisations, in this order whatever the order of the names: `unicode` (NFKC), `case` (lower case),
 * `punctuation` (deleted, not replaced by a space), `articles` (a, an, the deleted), `whitespace` (runs become one space, ends trimmed),
 * `trim`.
 */
export function normaliseText(text: string, names: ReadonlySet<Normalisation>): string {
  let result = text;
  if (names.has("unicode")) result = result.normalize("NFKC");
  if (names.has("case")) result = result.toLowerCase();
  if (names.has("punctuation")) result = result.replace(PUNCTUATION, "");
  if (names.has("articles")) result = result.replace(ARTICLES, " ");
  if (names.has("whitespace") || names.has("articles")) result = result.replace(/\s+/g, " ").trim();
  return names.has("trim") ? result.trim() : result;
}

/** The same as a function that has looked at the names once: for texts that are compared by the million. */
export function textNormaliser(names: ReadonlySet<Normalisation>): (text: string) => string {
  if (names.size === 0) return (text) => text;
  if (names.size === 1 && names.has("trim")) return (text) => text.trim();
  return (text) => normaliseText(text, names);
}
