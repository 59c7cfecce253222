/** Python's \w in Unicode mode: letters, numbers and the underscore, without combining marks. */
const word = /[\p{L}\p{N}_]+/gu;

/** Lower-cased words, one-letter words included: scikit-learn's CountVectorizer with `token_pattern=r"(?u)\w+"`. */
export function wordTokens(text: string): string[] {
  return text.toLowerCase().match(word) ?? [];
}
