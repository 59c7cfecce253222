const A = 97;
const E = 101;
const I = 105;
const O = 111;
const U = 117;
const Y = 121;

/**
 * Whether the letter at `index` is one of Porter's consonants: not a, e, i, o, u, and not a y that follows a consonant.
 * `previous` is the answer for the letter before it, false at the start.
 */
function isConsonant(word: string, index: number, previous: boolean): boolean {
  const letter = word.charCodeAt(index);
  if (letter === Y) return index === 0 || !previous;
  return !(letter === A || letter === E || letter === I || letter === O || letter === U);
}

/** Porter's measure m: how often a run of vowels is followed by a run of consonants. */
export function measure(word: string): number {
  let count = 0;
  let previous = false;
  for (let index = 0; index < word.length; index += 1) {
    const consonant = isConsonant(word, index, previous);
    if (consonant && !previous && index > 0) count += 1;
    previous = consonant;
  }
  return count;
}

export function containsVowel(word: string): boolean {
  let previous = false;
  for (let index = 0; index < word.length; index += 1) {
    previous = isConsonant(word, index, previous);
    if (!previous) return true;
  }
  return false;
}

export function endsInConsonant(word: string): boolean {
  let previous = false;
  for (let index = 0; index < word.length; index += 1) previous = isConsonant(word, index, previous);
  return previous;
}

export function endsInDoubleConsonant(word: string): boolean {
  return word.length >= 2 && word.at(-1) === word.at(-2) && endsInConsonant(word);
}

/** Ends consonant, vowel, consonant, where the last is not w, x or y. */
export function endsInShortSyllable(word: string): boolean {
  if (word.length < 3) return false;
  const last = word.at(-1);
  if (last === "w" || last === "x" || last === "y") return false;
  let third = false;
  let second = false;
  let first = false;
  for (let index = 0; index < word.length; index += 1) {
    third = second;
    second = first;
    first = isConsonant(word, index, second);
  }
  return third && !second && first;
}

/** A word of two letters, vowel then consonant: NLTK counts it as a short syllable as well. */
export function isVowelConsonantPair(word: string): boolean {
  return word.length === 2 && !isConsonant(word, 0, false) && isConsonant(word, 1, false);
}
