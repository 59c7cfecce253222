import { expect, test } from "vitest";
import { formatLimits } from "./format-limits.ts";
import { formatMs } from "./format-ms.ts";
import { formatPercent } from "./format-percent.ts";

test("the ends of an interval have the format of the figure, without its percent sign", () => {
  expect(formatLimits(0.886, 0.934, (value) => formatPercent(value))).toBe("[88.6, 93.4]");
  expect(formatLimits(12, 14, formatMs)).toBe(`[${formatMs(12)}, ${formatMs(14)}]`);
});
