/** Where the row cursor goes on a key, or null when the key is not for moving. `pageSize` is the number of visible rows. */
export function nextRowIndex(
  key: string,
  current: number | null,
  rowCount: number,
  pageSize: number,
): number | null {
  if (rowCount === 0) return null;
  const last = rowCount - 1;
  const clamp = (index: number) => Math.min(last, Math.max(0, index));
  switch (key) {
    case "ArrowDown":
      return current === null ? 0 : clamp(current + 1);
    case "ArrowUp":
      return current === null ? last : clamp(current - 1);
    case "PageDown":
      return clamp((current ?? 0) + Math.max(1, pageSize));
    case "PageUp":
      return clamp((current ?? 0) - Math.max(1, pageSize));
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}
