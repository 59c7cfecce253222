import { expect, test } from "vitest";
import { newId } from "./new-id.ts";

test("has the version and variant bits of a UUID version 7", () => {
  for (let i = 0; i < 200; i++) {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});

test("sorts by time and does not repeat within a millisecond", () => {
  expect(newId(1_000) < newId(1_001)).toBe(true);
  const sameMillisecond = new Set(Array.from({ length: 10_000 }, () => newId(5)));
  expect(sameMillisecond.size).toBe(10_000);
});
