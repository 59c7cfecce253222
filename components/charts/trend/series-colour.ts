/** The colour of the n-th series, from 0; after eight they start again. */
export function seriesColour(index: number): string {
  return `var(--series-${(index % 8) + 1})`;
}
