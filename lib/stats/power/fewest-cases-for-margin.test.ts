import { expect, test } from "vitest";
import { tangoInterval } from "../paired/tango.ts";
import { fewestCasesForMargin } from "./fewest-cases-for-margin.ts";

const lowerWithout = (total: number) =>
  tangoInterval({ onlyFirst: 0, onlySecond: 0, total, confidence: 0.9 }).lower;

test.each([0.01, 0.02, 0.03, 0.05, 0.2])(
  "a margin of %d is ruled out from that number of agreeing cases on",
  (margin) => {
    const fewest = fewestCasesForMargin(margin);
    expect(lowerWithout(fewest + 1)).toBeGreaterThan(-margin);
    expect(lowerWithout(fewest - 1)).toBeLessThan(-margin);
  },
);
