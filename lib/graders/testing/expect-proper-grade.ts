import { expect } from "vitest";
import type { Graded } from "../open-grader.ts";

/** A grade that can be stored and shown: a reason of words, and a score in its range. */
export function expectProperGrade(graded: Graded): void {
  expect(graded.reason.length).toBeGreaterThan(10);
  expect(graded.reason.length).toBeLessThanOrEqual(1_000);
  expect(graded.reason.isWellFormed() && !graded.reason.includes("\0")).toBe(true);
  if (graded.status === "scored") {
    expect(graded.score).toBeGreaterThanOrEqual(0);
    expect(graded.score).toBeLessThanOrEqual(1);
  }
  const stored = JSON.stringify(graded.detail ?? null);
  expect(stored).not.toMatch(/(?<!\\)\\(?:u0000|ud[89a-f])/i);
  expect(stored.length).toBeLessThan(100_000);
}
