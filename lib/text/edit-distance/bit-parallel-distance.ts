/**
 * Levenshtein distance of two lists of ids below `distinct`, neither of them empty. Works down 64 rows at a time through all columns, as
 * two words of 32: the second word of a column and the first of the next do not wait for each other, which makes it a quarter quicker
 * than one word at a time. Between the blocks goes how much each column grows, so that every step is one of 32-bit integers.
 *
 * Source: Myers 1999, JACM 46:395, the block of section 4, with the blocks as the outer loop.
 */
export function bitParallelDistance(rows: Int32Array, columns: Int32Array, distinct: number): number {
  const growth = new Uint8Array(columns.length).fill(GROWS);
  const masks = new Int32Array(distinct * 2);
  for (let top = 0; top < rows.length; top += 64) {
    const height = Math.min(64, rows.length - top);
    for (let row = 0; row < height; row += 1) {
      const at = maskOf(rows, top, row);
      masks[at] = (masks[at] ?? 0) | (1 << (row & 31));
    }
    if (height > 32) growBlock(masks, columns, growth, height - 33);
    else growHalfBlock(masks, columns, growth, height - 1);
    for (let row = 0; row < height; row += 1) masks[maskOf(rows, top, row)] = 0;
  }
  let distance = rows.length;
  for (const change of growth) distance += (change & GROWS) - (change >> 1);
  return distance;
}

/** How much a column grows at the last row of a block: bit 0 by one, bit 1 shrinks by one, neither stays. */
const GROWS = 1;

/** An id has two masks side by side: the rows of the upper word that have it, and those of the lower. */
function maskOf(rows: Int32Array, top: number, row: number): number {
  return ((rows[top + row] ?? 0) << 1) + (row >> 5);
}

/** Replaces the growth above a block of 33 to 64 rows by the growth at its last row, which is `lastRow` of the lower word. */
function growBlock(masks: Int32Array, columns: Int32Array, growth: Uint8Array, lastRow: number): void {
  let up = -1;
  let down = 0;
  let lowerUp = -1;
  let lowerDown = 0;
  for (let column = 0; column < columns.length; column += 1) {
    const above = growth[column] ?? 0;
    const at = (columns[column] ?? 0) << 1;

    const match = masks[at] ?? 0;
    const shrinks = above >> 1;
    const carried = match | shrinks;
    const horizontal = ((((carried & up) + up) | 0) ^ up) | carried;
    const grow = down | ~(horizontal | up);
    const shrink = up & horizontal;
    const vertical = match | down;
    const grown = (grow << 1) | (above & GROWS);
    up = (shrink << 1) | shrinks | ~(vertical | grown);
    down = grown & vertical;

    const lowerMatch = masks[at + 1] ?? 0;
    const lowerShrinks = shrink >>> 31;
    const lowerCarried = lowerMatch | lowerShrinks;
    const lowerHorizontal = ((((lowerCarried & lowerUp) + lowerUp) | 0) ^ lowerUp) | lowerCarried;
    const lowerGrow = lowerDown | ~(lowerHorizontal | lowerUp);
    const lowerShrink = lowerUp & lowerHorizontal;
    growth[column] = ((lowerGrow >>> lastRow) & 1) | (((lowerShrink >>> lastRow) & 1) << 1);
    const lowerVertical = lowerMatch | lowerDown;
    const lowerGrown = (lowerGrow << 1) | (grow >>> 31);
    lowerUp = (lowerShrink << 1) | lowerShrinks | ~(lowerVertical | lowerGrown);
    lowerDown = lowerGrown & lowerVertical;
  }
}

/** The same for a block of at most 32 rows. */
function growHalfBlock(masks: Int32Array, columns: Int32Array, growth: Uint8Array, lastRow: number): void {
  let up = -1;
  let down = 0;
  for (let column = 0; column < columns.length; column += 1) {
    const above = growth[column] ?? 0;
    const match = masks[(columns[column] ?? 0) << 1] ?? 0;
    const shrinks = above >> 1;
    const carried = match | shrinks;
    const horizontal = ((((carried & up) + up) | 0) ^ up) | carried;
    const grow = down | ~(horizontal | up);
    const shrink = up & horizontal;
    growth[column] = ((grow >>> lastRow) & 1) | (((shrink >>> lastRow) & 1) << 1);
    const vertical = match | down;
    const grown = (grow << 1) | (above & GROWS);
    up = (shrink << 1) | shrinks | ~(vertical | grown);
    down = grown & vertical;
  }
}
