/** State of a bit-parallel LCS over `rows` tokens: bit i is 0 where the LCS grows from row i to row i + 1. */
export type LcsState = Uint32Array;

/** A mask per token id with a bit for each row where the token stands; undefined for ids that no row has. */
export type MatchMasks = (Uint32Array | undefined)[];

export function initialLcsState(rows: number): LcsState {
  return new Uint32Array((rows + 31) >>> 5).fill(0xffffffff);
}

export function matchMasks(rows: Int32Array, distinct: number): MatchMasks {
  const words = (rows.length + 31) >>> 5;
  const masks: MatchMasks = new Array(distinct);
  for (let row = 0; row < rows.length; row += 1) {
    const id = rows[row] ?? 0;
    const mask = masks[id] ?? new Uint32Array(words);
    masks[id] = mask;
    mask[row >>> 5] = (mask[row >>> 5] ?? 0) | (1 << (row & 31));
  }
  return masks;
}

/**
 * Adds one column whose token stands in the rows of `masks`, in place: V ← (V + (V & M)) | (V & ~M).
 *
 * Source: Hyyrö 2004, "Bit-parallel LCS-length computation revisited".
 */
export function addColumn(state: LcsState, masks: Uint32Array | undefined): void {
  if (!masks) return;
  let carry = 0;
  for (let word = 0; word < state.length; word += 1) {
    const before = state[word] ?? 0;
    const matched = (before & (masks[word] ?? 0)) >>> 0;
    const sum = before + matched + carry;
    carry = sum > 0xffffffff ? 1 : 0;
    state[word] = (sum | (before - matched)) >>> 0;
  }
}

/** Whether the LCS grows at this row. */
export function growsAt(state: LcsState, row: number): boolean {
  return (((state[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 0;
}
