import { expect, test } from "vitest";
import { costWords } from "./cost-words.ts";

test.each([
  [{ type: "free" } as const, /^free$/],
  [{ type: "own-machine" } as const, /this machine/],
  [
    { type: "judge", model: "gpt-small", microUsdPer1000: 931_000 } as const,
    /^about \$0\.93.* per 1,000 answers, judged by gpt-small$/,
  ],
  [{ type: "judge", model: "gpt-small", microUsdPer1000: null } as const, /not known/],
])("%j", (cost, words) => {
  expect(costWords(cost)).toMatch(words);
});
