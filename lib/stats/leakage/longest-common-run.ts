/**
 * Length in tokens of the longest run that stands in both texts, and where it begins in the first. Time grows with the number of
 * equal token pairs.
 */
export function longestCommonRun(
  caseTokens: readonly string[],
  sourceTokens: readonly string[],
): { length: number; start: number } {
  const positions = Map.groupBy(caseTokens.keys(), (index) => caseTokens[index] ?? "");
  const lengths = new Int32Array(caseTokens.length);
  const rows = new Int32Array(caseTokens.length).fill(-1);
  let best = { length: 0, start: 0 };
  sourceTokens.forEach((token, row) => {
    const here = positions.get(token) ?? [];
    // From the right, so that the entry before still belongs to the previous row.
    for (let at = here.length - 1; at >= 0; at -= 1) {
      const index = here[at] ?? 0;
      const continues = index > 0 && row > 0 && rows[index - 1] === row - 1;
      const length = continues ? (lengths[index - 1] ?? 0) + 1 : 1;
      lengths[index] = length;
      rows[index] = row;
      if (length > best.length) best = { length, start: index - length + 1 };
    }
  });
  return best;
}
