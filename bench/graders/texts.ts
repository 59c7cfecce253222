import { seededRandom } from "#lib/stats/random/seeded-random.ts";

export type TextPair = { expected: string; output: string };

const TEXT_CHARS = 700;
const words =
  "the a order invoice customer refund total billing export account was not paid on time and again".split(
    " ",
  );

/** Pairs of about 100 words (700 characters), in which every fifth word of the answer may be another one; seeded. */
export function textPairs(count: number): TextPair[] {
  const random = seededRandom(1);
  const pick = () => words[random.below(words.length)] ?? "";
  return Array.from({ length: count }, () => {
    let expected = pick();
    while (expected.length < TEXT_CHARS) expected += ` ${pick()}`;
    const output = expected
      .split(" ")
      .map((word, index) => (index % 5 === 0 ? pick() : word))
      .join(" ");
    return { expected, output };
  });
}
