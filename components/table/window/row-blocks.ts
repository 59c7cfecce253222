/** Rows of a long list, as far as they have been read: a place for each, and holes where nothing was read yet. */
export type SparseRows<Row> = readonly (Row | undefined)[];

/** A list of `total` places whose first rows are known. */
export function sparseRows<Row>(total: number, first: readonly Row[]): (Row | undefined)[] {
  const rows: (Row | undefined)[] = [...first];
  rows.length = Math.max(total, first.length);
  return rows;
}

/** A copy in which the rows from `offset` on are these. Places that a list of `total` does not have are cut off. */
export function withBlock<Row>(
  rows: SparseRows<Row>,
  { offset, items, total }: { offset: number; items: readonly Row[]; total: number },
): (Row | undefined)[] {
  const next = rows.slice(0, total);
  next.length = total;
  for (const [index, item] of items.entries()) {
    if (offset + index < total) next[offset + index] = item;
  }
  return next;
}

/** The first places of the blocks of `size` rows that hold a hole between `first` and `last`, both included. */
export function missingBlocks<Row>(
  rows: SparseRows<Row>,
  { first, last, size }: { first: number; last: number; size: number },
): number[] {
  const missing: number[] = [];
  const end = Math.min(last, rows.length - 1);
  for (let offset = Math.floor(Math.max(0, first) / size) * size; offset <= end; offset += size) {
    const until = Math.min(offset + size, rows.length);
    for (let place = offset; place < until; place += 1) {
      if (rows[place] !== undefined) continue;
      missing.push(offset);
      break;
    }
  }
  return missing;
}
