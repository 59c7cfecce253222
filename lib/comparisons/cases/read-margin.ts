/** A loss that does not matter unless something else is said: two points, as a fraction. */
export const usualMargin = 0.02;

/** Margins that the page offers, in points. */
export const marginChoices = [1, 2, 3, 5] as const;

/** `?margin=3` is three points, 0.03; the usual margin where nothing usable is said. */
export function readMargin(query: URLSearchParams): number {
  const points = Number(query.get("margin"));
  return Number.isFinite(points) && points > 0 && points <= 50 ? points / 100 : usualMargin;
}
