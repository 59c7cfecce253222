/** What a scorecard counts: with several repetitions a case is attempted more than once. */
export type Noun = "case" | "attempt";

/** "1 case", "1,288 scored attempts". */
export function countNoun(value: number, noun: Noun, which?: string): string {
  return [formatCount(value), which, value === 1 ? noun : `${noun}s`]
    .filter((word) => word !== undefined)
    .join(" ");
}

export function formatCount(value: number): string {
  return value.toLocaleString("en-US");
}
