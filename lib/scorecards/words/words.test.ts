import { expect, test } from "vitest";
import { barText, percentText, rateText, upperPercentText } from "./percent-text.ts";
import { runMethod } from "./run-method.ts";

const plain = (text: string) => text.replaceAll("\u202f", " ");

test.each([
  [percentText(0.9137), "91.4 %"],
  [barText(0.93), "93 %"],
  [barText(0.925), "92.5 %"],
  [upperPercentText(0.00553), "0.6 %"],
  [upperPercentText(0.5), "50.0 %"],
  [rateText({ estimate: 0.913, lower: 0.886, upper: 0.934 }), "91.3 % [88.6, 93.4]"],
  [rateText({ estimate: 0.913, lower: 0.886, upper: 0.93004 }, 0.93), "91.3 % [88.6, 93.004]"],
  [rateText({ estimate: 0.9, lower: 0.8, upper: 0.95 }, 0.9), "90.0 % [80.0, 95.0]"],
])("%s", (text, expected) => {
  expect(plain(text)).toBe(expected);
});

const run = { passRate: null, counts: { planned: 300 } };

test("the method follows what is independent in a run", () => {
  const binary = { score: "binary", question: "estimate" } as const;
  expect(runMethod({ ...run, unit: "attempt" }, 1, binary)?.name).toBe("Wilson interval");
  expect(runMethod({ ...run, unit: "case" }, 3, binary)?.why).toContain("Each case was tried 3 times");
  expect(runMethod({ ...run, unit: "cluster" }, 3, { ...binary, question: "floor" })?.name).toBe(
    "Korn-Graubard interval",
  );
  expect(runMethod({ ...run, unit: "attempt" }, 1, { ...binary, score: "graded" })?.name).toBe("t interval");
  expect(runMethod({ ...run, unit: "attempt", counts: { planned: 0 } }, 1, binary)).toBeNull();
});
