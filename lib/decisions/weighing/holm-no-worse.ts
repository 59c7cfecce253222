/**
 * Holm's correction for intervals: `isShown(index, family)` says whether a hypothesis is shown at the error of one in a family of that
 * size. All that are shown at the full family leave it, and the rest is asked again at the family that is left, until nothing more
 * is shown. That rejects what Holm's step-down test of p-values rejects. Returns for each hypothesis the family it was decided at.
 *
 * Source: Holm 1979, Scandinavian Journal of Statistics 6:65.
 */
export function holmFamilies(count: number, isShown: (index: number, family: number) => boolean): number[] {
  const families = new Array<number>(count).fill(count);
  let open = families.map((_, index) => index);
  while (open.length > 0) {
    const family = open.length;
    for (const index of open) families[index] = family;
    const left = open.filter((index) => !isShown(index, family));
    if (left.length === open.length) break;
    open = left;
  }
  return families;
}
