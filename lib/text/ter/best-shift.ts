import { beamEditDistance, beamEditPath } from "./beam-edit-distance.ts";
import { type WordAlignment, wordAlignment } from "./word-alignment.ts";

const LONGEST_SHIFT = 10;
const FARTHEST_SHIFT = 50;
const MOST_CANDIDATES = 1_000;
// tercom has no such limit. It binds only where 1,000 candidates of some 800 words would take over half a second.
const MOST_CELLS = 40_000_000;

/** What the search for shifts of one sentence has used up so far. */
export type ShiftBudget = { candidates: number; cells: number };

export type Shift = { gain: number; words: Int32Array };

type Candidate = Shift & { length: number; start: number; target: number };

export function isSpent(budget: ShiftBudget): boolean {
  return budget.candidates >= MOST_CANDIDATES || budget.cells >= MOST_CELLS;
}

/**
 * The move of a run of hypothesis words that lowers the edit distance most; null when no move is worth trying. Counts
 * its work into `budget`.
 *
 * Source: tercom (Snover et al. 2006) as sacreBLEU applies it: runs of up to 10 words that also stand in the reference
 * within 50 words, where both places hold an error.
 */
export function bestShift(words: Int32Array, reference: Int32Array, budget: ShiftBudget): Shift | null {
  const before = beamEditPath(words, reference);
  budget.cells += before.cells;
  const alignment = wordAlignment(before.path);
  let best: Candidate | null = null;
  for (const { start, referenceStart, length } of matchingRuns(words, reference)) {
    if (!isWorthMoving(alignment, start, referenceStart, length)) continue;
    for (const target of targets(alignment, referenceStart, length)) {
      const moved = moveWords(words, start, length, target);
      const after = beamEditDistance(moved, reference);
      budget.cells += after.cells;
      budget.candidates += 1;
      const candidate = { gain: before.distance - after.distance, length, start, target, words: moved };
      if (!best || isBetter(candidate, best)) best = candidate;
    }
    if (isSpent(budget)) break;
  }
  return best;
}

function* matchingRuns(
  words: Int32Array,
  reference: Int32Array,
): Generator<{ start: number; referenceStart: number; length: number }> {
  for (let start = 0; start < words.length; start += 1) {
    const last = Math.min(reference.length - 1, start + FARTHEST_SHIFT);
    for (let from = Math.max(0, start - FARTHEST_SHIFT); from <= last; from += 1) {
      const limit = Math.min(LONGEST_SHIFT, words.length - start, reference.length - from);
      for (let length = 1; length <= limit; length += 1) {
        if (words[start + length - 1] !== reference[from + length - 1]) break;
        yield { start, referenceStart: from, length };
      }
    }
  }
}

function isWorthMoving(alignment: WordAlignment, start: number, from: number, length: number): boolean {
  const { hypothesisErrors, referenceErrors, hypothesisOf } = alignment;
  if (hypothesisErrors[start + length] === hypothesisErrors[start]) return false;
  if (referenceErrors[from + length] === referenceErrors[from]) return false;
  const aligned = hypothesisOf[from] ?? -1;
  return aligned < start || aligned >= start + length;
}

/** Places before or inside the aligned run, each once in a row. */
function targets({ hypothesisOf }: WordAlignment, from: number, length: number): number[] {
  const places: number[] = [];
  for (let offset = -1; offset < length; offset += 1) {
    const aligned = from + offset === -1 ? -1 : hypothesisOf[from + offset];
    if (aligned === undefined) break;
    if (places.at(-1) !== aligned + 1) places.push(aligned + 1);
  }
  return places;
}

function isBetter(candidate: Candidate, best: Candidate): boolean {
  if (candidate.gain !== best.gain) return candidate.gain > best.gain;
  if (candidate.length !== best.length) return candidate.length > best.length;
  if (candidate.start !== best.start) return candidate.start < best.start;
  return candidate.target < best.target;
}

function moveWords(words: Int32Array, start: number, length: number, target: number): Int32Array {
  const run = words.subarray(start, start + length);
  const moved = new Int32Array(words.length);
  const put = (parts: Int32Array[]) => {
    let position = 0;
    for (const part of parts) {
      moved.set(part, position);
      position += part.length;
    }
  };
  const end = start + length;
  if (target < start)
    put([words.subarray(0, target), run, words.subarray(target, start), words.subarray(end)]);
  else {
    const behind = target > end ? target : Math.min(words.length, length + target);
    put([words.subarray(0, start), words.subarray(end, behind), run, words.subarray(behind)]);
  }
  return moved;
}
