import { requireCount } from "../guards/require-count.ts";

/** Runs of `length` tokens, as a set. @throws RangeError unless length is a whole number of at least 1. */
export function wordShingles(tokens: readonly string[], length: number): Set<string> {
  requireCount(length, "length", 1);
  const starts = Math.max(0, tokens.length - length + 1);
  return new Set(Array.from({ length: starts }, (_, start) => tokens.slice(start, start + length).join(" ")));
}

/** Runs of `length` characters (code points), as a set. @throws RangeError unless length is a whole number of at least 1. */
export function characterShingles(text: string, length: number): Set<string> {
  requireCount(length, "length", 1);
  const characters = [...text];
  const starts = Math.max(0, characters.length - length + 1);
  return new Set(
    Array.from({ length: starts }, (_, start) => characters.slice(start, start + length).join("")),
  );
}
