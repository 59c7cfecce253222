import { addColumn, growsAt, initialLcsState, type MatchMasks } from "./bit-parallel-lcs.ts";

/**
 * The rows (positions in the first list) that one longest common subsequence of two id lists uses, last first. Among
 * several, the choice is rouge_score's: walking back from the end, a row is dropped unless only it holds the length.
 * `masks` are the match masks of `rows`. Keeps one bit per pair of tokens.
 *
 * Source: Hyyrö 2004 for the columns; the vertical differences decide each backward step.
 */
export function commonSubsequenceRows(rows: Int32Array, columns: Int32Array, masks: MatchMasks): number[] {
  if (!columns.some((id) => masks[id] !== undefined)) return [];
  const states: Uint32Array[] = [];
  const state = initialLcsState(rows.length);
  for (const id of columns) {
    addColumn(state, masks[id]);
    states.push(state.slice());
  }
  const used: number[] = [];
  let row = rows.length - 1;
  let column = columns.length - 1;
  while (row >= 0 && column >= 0) {
    const current = states[column];
    if (rows[row] === columns[column]) {
      used.push(row);
      row -= 1;
      column -= 1;
    } else if (current && growsAt(current, row)) {
      column -= 1;
    } else {
      row -= 1;
    }
  }
  return used;
}
