import { z } from "zod";

/** How many there may be; null is no bound on that side. */
export type CountBounds = { minimum: number | null; maximum: number | null };

export const countBound = z
  .int("Enter a whole number.")
  .min(0, "A count is at least 0.")
  .max(1_000_000, "A count is at most 1,000,000.")
  .nullable();

export function boundsProblem({
  minimum,
  maximum,
}: CountBounds): { field: keyof CountBounds; message: string } | null {
  if (minimum === null && maximum === null)
    return { field: "minimum", message: "Enter the fewest, the most, or both." };
  if (minimum !== null && maximum !== null && minimum > maximum)
    return { field: "maximum", message: "The most cannot be below the fewest." };
  return null;
}

export function withinBounds(count: number, { minimum, maximum }: CountBounds): boolean {
  return (minimum === null || count >= minimum) && (maximum === null || count <= maximum);
}

/** "exactly 3", "3 to 5", "at least 3", "at most 5" */
export function boundsText({ minimum, maximum }: CountBounds): string {
  if (minimum !== null && maximum !== null)
    return minimum === maximum ? `exactly ${minimum}` : `${minimum} to ${maximum}`;
  return minimum === null ? `at most ${maximum}` : `at least ${minimum}`;
}
