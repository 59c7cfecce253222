import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenIds } from "../tokenise/token-ids.ts";
import { matchMasks } from "./bit-parallel-lcs.ts";
import { commonSubsequenceRows } from "./common-subsequence-rows.ts";
import { editDistance, levenshteinDistance, levenshteinSimilarity } from "./levenshtein.ts";
import { longestCommonSubsequence } from "./longest-common-subsequence.ts";

const tokens = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 120 });
const short = fc.string({ unit: "grapheme", maxLength: 12 });

/** Tables of the textbook recurrences, to check the bit-parallel forms against. */
function table(first: readonly string[], second: readonly string[], kind: "lcs" | "edit"): number[][] {
  const cells = Array.from({ length: first.length + 1 }, (_, i) =>
    Array.from({ length: second.length + 1 }, (_, j) =>
      kind === "edit" && (i === 0 || j === 0) ? i + j : 0,
    ),
  );
  const at = (i: number, j: number) => cells[i]?.[j] ?? 0;
  for (let i = 1; i <= first.length; i += 1) {
    for (let j = 1; j <= second.length; j += 1) {
      const equal = first[i - 1] === second[j - 1];
      const value =
        kind === "lcs"
          ? equal
            ? at(i - 1, j - 1) + 1
            : Math.max(at(i - 1, j), at(i, j - 1))
          : Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (equal ? 0 : 1));
      const row = cells[i];
      if (row) row[j] = value;
    }
  }
  return cells;
}

describe("longestCommonSubsequence", () => {
  it("agrees with the textbook table beyond one machine word", () => {
    fc.assert(
      fc.property(tokens, tokens, (first, second) => {
        expect(longestCommonSubsequence(first, second)).toBe(table(first, second, "lcs").at(-1)?.at(-1));
      }),
    );
  });
});

describe("commonSubsequenceRows", () => {
  it("walks back as the table of rouge_score does", () => {
    fc.assert(
      fc.property(tokens, tokens, (first, second) => {
        const cells = table(first, second, "lcs");
        const expected: number[] = [];
        let i = first.length;
        let j = second.length;
        while (i > 0 && j > 0) {
          if (first[i - 1] === second[j - 1]) {
            i -= 1;
            j -= 1;
            expected.push(i);
          } else if ((cells[i]?.[j - 1] ?? 0) > (cells[i - 1]?.[j] ?? 0)) j -= 1;
          else i -= 1;
        }
        const { ids, distinct } = tokenIds([first, second]);
        const [rows = new Int32Array(), columns = new Int32Array()] = ids;
        expect(commonSubsequenceRows(rows, columns, matchMasks(rows, distinct))).toEqual(expected);
      }),
    );
  });
});

describe("editDistance", () => {
  it("agrees with the textbook table beyond one machine word", () => {
    fc.assert(
      fc.property(tokens, tokens, (first, second) => {
        expect(editDistance(first, second)).toBe(table(first, second, "edit").at(-1)?.at(-1));
      }),
      { numRuns: 300 },
    );
  });
});

describe("levenshteinDistance", () => {
  it.each([31, 32, 33, 63, 64, 65, 96, 97, 128, 129])("agrees with the table at %i characters", (length) => {
    const texts = fc.array(fc.constantFrom("a", "b", "c"), { minLength: length, maxLength: length });
    fc.assert(
      fc.property(texts, texts, (first, second) => {
        expect(levenshteinDistance(first.join(""), second.join(""))).toBe(
          table(first, second, "edit").at(-1)?.at(-1),
        );
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ["kitten", "sitting", 3],
    ["", "abc", 3],
    ["flaw", "lawn", 2],
    ["😀a", "😃a", 1],
    ["a".repeat(33), "a".repeat(32), 1],
    ["same", "same", 0],
  ])("of %j and %j is %i", (first, second, distance) => {
    expect(levenshteinDistance(first, second)).toBe(distance);
  });

  it("is a distance: symmetric, 0 only for equal texts, and no detour is shorter", () => {
    fc.assert(
      fc.property(short, short, short, (a, b, c) => {
        expect(levenshteinDistance(a, b)).toBe(levenshteinDistance(b, a));
        expect(levenshteinDistance(a, b) === 0).toBe(a === b);
        expect(levenshteinDistance(a, c)).toBeLessThanOrEqual(
          levenshteinDistance(a, b) + levenshteinDistance(b, c),
        );
      }),
    );
  });

  it("refuses texts that would take minutes", () => {
    const long = `x${"a".repeat(200_000)}x`;
    expect(() => levenshteinDistance(long, `y${"b".repeat(200_000)}y`)).toThrow("too long to compare");
    expect(levenshteinDistance(long, `${long}!`)).toBe(1);
  });
});

describe("levenshteinSimilarity", () => {
  it.each([
    ["", "", 1],
    ["", "abc", 0],
    ["kitten", "sitting", 4 / 7],
    ["😀", "😃", 0],
  ])("of %j and %j is %d", (first, second, similarity) => {
    expect(levenshteinSimilarity(first, second)).toBeCloseTo(similarity, 12);
  });
});
