const landmarks = [1, 2, 3, 5, 10, 20, 50, 100];
const allUpTo = 8;

/** Which k a table of pass@k shows: all of a few, else the usual ones and the last. */
export function shownKs(planned: number): number[] {
  if (planned <= allUpTo) return Array.from({ length: planned }, (_, index) => index + 1);
  return [...landmarks.filter((k) => k < planned), planned];
}
