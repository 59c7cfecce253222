/**
 * Levenshtein distance of two lists of ids below `distinct`, neither of them empty. Works down 32 rows at a time through all columns;
 * between the blocks goes how much each column grows, -1, 0 or 1, so that every step is one of 32-bit integers.
 *
 * Source: Myers 1999, JACM 46:395, the block of section 4, with the blocks as the outer loop.
 */
export function bitParallelDistance(rows: Int32Array, columns: Int32Array, distinct: number): number {
  const growth = new Int8Array(columns.length).fill(1);
  const masks = new Int32Array(distinct);
  let distance = rows.length;
  for (let top = 0; top < rows.length; top += 32) {
    const height = Math.min(32, rows.length - top);
    for (let row = 0; row < height; row += 1) {
      const id = rows[top + row] ?? 0;
      masks[id] = (masks[id] ?? 0) | (1 << row);
    }
    const sum = growBlock(masks, columns, growth, height - 1);
    if (top + 32 >= rows.length) distance += sum;
    for (let row = 0; row < height; row += 1) masks[rows[top + row] ?? 0] = 0;
  }
  return distance;
}

/** Replaces the growth above a block by the growth at its last row, and returns its sum. */
function growBlock(masks: Int32Array, columns: Int32Array, growth: Int8Array, lastRow: number): number {
  let up = -1;
  let down = 0;
  let sum = 0;
  for (let column = 0; column < columns.length; column += 1) {
    const above = growth[column] ?? 0;
    const shrinks = above >>> 31;
    const match = masks[columns[column] ?? 0] ?? 0;
    const vertical = match | down;
    const carried = match | shrinks;
    const horizontal = ((((carried & up) + up) | 0) ^ up) | carried;
    let grow = down | ~(horizontal | up);
    let shrink = up & horizontal;
    const below = ((grow >>> lastRow) & 1) - ((shrink >>> lastRow) & 1);
    growth[column] = below;
    sum += below;
    grow = (grow << 1) | ((above + 1) >> 1);
    shrink = (shrink << 1) | shrinks;
    up = shrink | ~(vertical | grow);
    down = grow & vertical;
  }
  return sum;
}
