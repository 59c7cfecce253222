import { matchMasks } from "../edit-distance/bit-parallel-lcs.ts";
import { commonSubsequenceRows } from "../edit-distance/common-subsequence-rows.ts";
import { tokenIds } from "../tokenise/token-ids.ts";
import { type RougeScore, rougeScore } from "./rouge-score.ts";
import { rougeTokens } from "./rouge-tokens.ts";

// One bit per pair of tokens: 100 MB for the worst pair of lines, and about half a second in all.
const LARGEST_PRODUCT = 8e8;
// Each pair of lines costs some 0.2 microseconds even when it shares one word only.
const MOST_LINE_PAIRS = 1e7;

/**
 * Summary-level ROUGE-L of one prediction against one target, whose sentences stand on lines of their own: for each
 * target sentence the union of its longest common subsequences with all predicted sentences, no word counted more often
 * than either text has it. Fractions in 0..1; all zero when either side has no words.
 *
 * Source: Lin 2004; the same figures as rouge_score's rougeLsum.
 * @throws RangeError when the product of the two word counts exceeds 800 million, or that of the line counts 10 million.
 */
export function rougeLSum({
  target,
  prediction,
  stem,
}: {
  target: string;
  prediction: string;
  stem: boolean;
}): RougeScore {
  const targetLines = lineTokens(target, stem);
  const predictionLines = lineTokens(prediction, stem);
  const { ids, distinct } = tokenIds([...targetLines, ...predictionLines]);
  const wanted = ids.slice(0, targetLines.length);
  const predicted = ids.slice(targetLines.length);
  const targetSize = wanted.reduce((sum, line) => sum + line.length, 0);
  const predictionSize = predicted.reduce((sum, line) => sum + line.length, 0);
  if (wanted.length * predicted.length > MOST_LINE_PAIRS) {
    throw new RangeError(`Texts of ${wanted.length} and ${predicted.length} lines are too long to compare.`);
  }
  if (targetSize * predictionSize > LARGEST_PRODUCT) {
    throw new RangeError(`Texts of ${targetSize} and ${predictionSize} words are too long to compare.`);
  }
  const hits = countHits(wanted, predicted, distinct);
  return rougeScore(hits, targetSize, predictionSize);
}

function lineTokens(text: string, stem: boolean): string[][] {
  return text
    .split("\n")
    .map((line) => rougeTokens(line, stem))
    .filter((tokens) => tokens.length > 0);
}

function countHits(
  wanted: readonly Int32Array[],
  predicted: readonly Int32Array[],
  distinct: number,
): number {
  const leftInTarget = occurrences(wanted, distinct);
  const leftInPrediction = occurrences(predicted, distinct);
  let hits = 0;
  for (const line of wanted) {
    const masks = matchMasks(line, distinct);
    const union = new Set(predicted.flatMap((columns) => commonSubsequenceRows(line, columns, masks)));
    for (const row of union) {
      const id = line[row] ?? 0;
      const inTarget = leftInTarget[id] ?? 0;
      const inPrediction = leftInPrediction[id] ?? 0;
      if (inTarget === 0 || inPrediction === 0) continue;
      leftInTarget[id] = inTarget - 1;
      leftInPrediction[id] = inPrediction - 1;
      hits += 1;
    }
  }
  return hits;
}

function occurrences(lists: readonly Int32Array[], distinct: number): Int32Array {
  const counts = new Int32Array(distinct);
  for (const list of lists) {
    for (const id of list) counts[id] = (counts[id] ?? 0) + 1;
  }
  return counts;
}
