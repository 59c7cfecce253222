import { expect, test } from "vitest";
import { testCandidate } from "../testing/test-board.ts";
import { contradictionOf } from "./contradiction-of.ts";

const chosen = testCandidate({ name: "small" });
const again = (standing: "clears" | "misses" | "not enough evidence") => ({ ...chosen, standing });
const other = (standing: "clears" | "misses") => testCandidate({ name: "other", standing });
const cheaper = { difference: -200, lower: -300, upper: -100, n: 500 };
const perhapsCheaper = { difference: -200, lower: -500, upper: 100, n: 500 };

test.each([
  ["the chosen model misses the bar", { chosen, later: again("misses"), cost: null }, "chosen misses"],
  ["the chosen model clears it again", { chosen, later: again("clears"), cost: null }, null],
  [
    "the chosen model is not proven this time",
    { chosen, later: again("not enough evidence"), cost: null },
    null,
  ],
  [
    "it missed the bar already and was waived",
    { chosen: again("misses"), later: again("misses"), cost: null },
    null,
  ],
  [
    "another clears and is proven cheaper",
    { chosen, later: other("clears"), cost: cheaper },
    "another is cheaper",
  ],
  ["another clears and may be cheaper", { chosen, later: other("clears"), cost: perhapsCheaper }, null],
  ["another clears at an unknown cost", { chosen, later: other("clears"), cost: null }, null],
  ["another is cheaper and misses", { chosen, later: other("misses"), cost: cheaper }, null],
  [
    "another clears what the waived one did not",
    { chosen: again("misses"), later: other("clears"), cost: null },
    "another clears",
  ],
] as const)("%s", (_what, facts, kind) => {
  expect(contradictionOf(facts)?.kind ?? null).toBe(kind);
});
