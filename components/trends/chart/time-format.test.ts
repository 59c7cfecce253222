import { expect, test } from "vitest";
import { timeFormat } from "./time-format.ts";

const at = (text: string) => ({ finishedAt: new Date(text) });
const x = Date.UTC(2026, 10, 21, 9, 5);

test.each([
  [[], "21 Nov, 09:05"],
  [[at("2026-11-20T00:00:00Z"), at("2026-11-21T00:00:00Z")], "21 Nov, 09:05"],
  [[at("2026-10-01T00:00:00Z"), at("2026-11-21T00:00:00Z")], "21 Nov"],
  [[at("2025-10-01T00:00:00Z"), at("2026-11-21T00:00:00Z")], "21 Nov 26"],
])("%j", (runs, expected) => expect(timeFormat(runs)(x)).toBe(expected));
