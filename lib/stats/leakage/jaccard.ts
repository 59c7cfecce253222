/** Size of the intersection over size of the union; null when both sets are empty. */
export function jaccard(first: ReadonlySet<string>, second: ReadonlySet<string>): number | null {
  const shared = sharedCount(first, second);
  const union = first.size + second.size - shared;
  return union === 0 ? null : shared / union;
}

/** Share of `part` that is also in `whole`; null when `part` is empty. */
export function containment(part: ReadonlySet<string>, whole: ReadonlySet<string>): number | null {
  return part.size === 0 ? null : sharedCount(part, whole) / part.size;
}

function sharedCount(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  const [small, large] = first.size <= second.size ? [first, second] : [second, first];
  let shared = 0;
  for (const entry of small) if (large.has(entry)) shared += 1;
  return shared;
}
