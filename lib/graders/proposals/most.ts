/** The share of the cases that must look alike; a few odd cases do not change what a dataset is. */
const MOST = 0.9;

export function share<Value>(values: readonly Value[], matches: (value: Value) => boolean): number {
  return values.length === 0 ? 0 : values.filter(matches).length / values.length;
}

/** False for an empty list. */
export function most<Value>(values: readonly Value[], matches: (value: Value) => boolean): boolean {
  return share(values, matches) >= MOST;
}
