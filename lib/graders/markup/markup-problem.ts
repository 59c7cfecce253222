import { textPlace } from "./text-place.ts";

/** Thrown by a scanner at the first thing that is wrong; `at` is an index in UTF-16 units. */
export class MarkupProblem extends Error {
  override readonly name = "MarkupProblem";
  readonly at: number;

  /** `message` is the end of a sentence: "the element <b> is never closed". */
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** What is wrong with a text, with its place, as the end of a sentence; null when the scanner finds nothing. */
export function markupProblem(text: string, scan: (text: string) => void): string | null {
  try {
    scan(text);
    return null;
  } catch (error) {
    if (error instanceof MarkupProblem) return `${error.message} (${textPlace(text, error.at)})`;
    throw error;
  }
}

/** A name as it may be shown. */
export function shownName(name: string): string {
  return name.length <= 40 ? name : `${name.slice(0, 40)}…`;
}
