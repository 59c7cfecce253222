/** The selection after a row was ticked; with `anchorId` (Shift), the whole range takes the row's new state. */
export function toggleRow(
  selected: ReadonlySet<string>,
  rowIds: readonly (string | undefined)[],
  rowId: string,
  anchorId: string | null,
): Set<string> {
  const next = new Set(selected);
  const turnOn = !selected.has(rowId);
  const from = anchorId === null ? -1 : rowIds.indexOf(anchorId);
  const to = rowIds.indexOf(rowId);
  const range = from < 0 || to < 0 ? [rowId] : rowIds.slice(Math.min(from, to), Math.max(from, to) + 1);
  for (const id of range) {
    // A row that was not read yet cannot be told from any other.
    if (id === undefined) continue;
    if (turnOn) next.add(id);
    else next.delete(id);
  }
  return next;
}

/** Ticks every loaded row, or unticks them when all were ticked; rows that are not loaded keep their state. */
export function toggleAllRows(selected: ReadonlySet<string>, rowIds: readonly string[]): Set<string> {
  const all = new Set(rowIds);
  return rowIds.every((id) => selected.has(id))
    ? new Set(selected).difference(all)
    : new Set(selected).union(all);
}
