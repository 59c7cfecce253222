import { expect, test } from "vitest";
import { noiseSentence } from "./noise-sentence.ts";

test.each([
  [0.04, "twice the repetitions by about 1\u202f%", "more repetitions are hardly worth their cost."],
  [0.3, "twice the repetitions by about 8\u202f%", "more cases are the better buy."],
  [1, "twice the repetitions by about 29\u202f%", "without new cases to write."],
])("a noise share of %d", (share, gain, advice) => {
  for (const repetitions of [2, 5]) {
    const sentence = noiseSentence(share, repetitions) ?? "";
    expect(sentence).toContain("Twice the cases would narrow its interval by about 29\u202f%");
    expect(sentence).toContain(gain);
    expect(sentence).toMatch(new RegExp(`${advice}$`));
  }
});

test("nothing is said of what is not known", () => {
  expect(noiseSentence(null, 3)).toBeNull();
});
