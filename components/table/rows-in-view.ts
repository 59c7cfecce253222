export type RowView = {
  /** Index of the row at the top edge, and how many rows fit, both in whole rows. */
  first: number;
  fitting: number;
};

/** Rows that are rendered above and below the edges, so that a quick scroll shows no gap. */
const OVERSCAN = 8;

/** What a scroller shows of rows that all have one height. All lengths in px. */
export function rowView(scrollTop: number, viewportPx: number, rowPx: number): RowView {
  // Some browsers scroll past the edges for a moment and report less than zero.
  return { first: Math.max(0, Math.floor(scrollTop / rowPx)), fitting: Math.ceil(viewportPx / rowPx) };
}

/**
 * Indices of the rows to render, in order. The row under the cursor is always among them, because aria-activedescendant points at
 * it; -1 when there is none.
 */
export function rowsInView({ first, fitting }: RowView, rowCount: number, activeIndex: number): number[] {
  // Fewer rows than before may leave the scroller, for one rendering, beyond the last of them.
  const top = Math.min(first, Math.max(0, rowCount - fitting));
  const from = Math.max(0, top - OVERSCAN);
  const to = Math.min(rowCount - 1, top + fitting + OVERSCAN);
  const indices = Array.from({ length: Math.max(0, to - from + 1) }, (_, offset) => from + offset);
  const isOutside = activeIndex >= 0 && activeIndex < rowCount && (activeIndex < from || activeIndex > to);
  return isOutside ? [...indices, activeIndex] : indices;
}

/**
 * A number for each of the rendered rows, unlike any other of them; a row that comes into view gets that of one that left. A row under the
 * cursor that is out of sight, the last of the indices then, has one of its own.
 */
export function rowSlots({ fitting }: RowView, indices: readonly number[]): number[] {
  const slots = fitting + 2 * OVERSCAN + 1;
  const last = indices.length - 1;
  const isOutside = last > 0 && indices[last] !== (indices[last - 1] ?? 0) + 1;
  return indices.map((index, place) => (isOutside && place === last ? slots : index % slots));
}

/** The last row that can be seen, at most. */
export function lastRowInView({ first, fitting }: RowView, rowCount: number): number {
  return Math.max(0, Math.min(rowCount - 1, first + fitting));
}

/** Where to scroll so that a row is in sight below the head, as little as possible; null when it is. All lengths in px. */
export function scrollTopFor(
  index: number,
  rowPx: number,
  { scrollTop, viewportPx, headPx }: { scrollTop: number; viewportPx: number; headPx: number },
): number | null {
  const top = index * rowPx;
  const lowest = headPx + top + rowPx - viewportPx;
  if (top < scrollTop) return top;
  return lowest > scrollTop ? lowest : null;
}
