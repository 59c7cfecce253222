import { expect } from "vitest";
import { storableJson, storableText } from "#lib/db/storable.ts";
import type { Graded } from "../open-grader.ts";

/** A grade that can be stored and shown: a reason of words, and a score in its range. */
export function expectProperGrade(graded: Graded): void {
  const reason = storableText(graded.reason);
  expect(reason.length).toBeGreaterThan(10);
  expect(reason.length).toBeLessThanOrEqual(1_000);
  expect(reason.isWellFormed() && !reason.includes("\0")).toBe(true);
  if (graded.status === "scored") {
    expect(graded.score).toBeGreaterThanOrEqual(0);
    expect(graded.score).toBeLessThanOrEqual(1);
  }
  const detail = storableJson(graded.detail ?? null);
  expect(detail).not.toMatch(/(?<!\\)\\(?:u0000|ud[89a-f])/i);
  expect(detail.length).toBeLessThan(100_000);
}
