import fc from "fast-check";
import { expect, test } from "vitest";
import { clusteredIntervalCr2 } from "#lib/stats/error-bars/clustered-interval-cr2.ts";
import { tInterval } from "#lib/stats/error-bars/t-interval.ts";
import { meanInterval } from "./mean-interval.ts";

const score = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100);

test("equals the t interval over values, and the clustered one over units", () => {
  const units = fc.array(fc.array(score, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 30 });
  fc.assert(
    fc.property(units, (values) => {
      const found = meanInterval(sumsOf(values));
      const names = values.flatMap((unit, index) => unit.map(() => String(index)));
      const clustered = clusteredIntervalCr2(values.flat(), names);
      expect(found?.estimate).toBeCloseTo(clustered?.estimate ?? Number.NaN, 12);
      expect(found?.lower).toBeCloseTo(clustered?.lower ?? Number.NaN, 6);
      expect(found?.upper).toBeCloseTo(clustered?.upper ?? Number.NaN, 6);
      const single = values.flatMap((unit) => unit.slice(0, 1));
      const plain = tInterval(single);
      expect(meanInterval(sumsOf(single.map((one) => [one])))?.lower).toBeCloseTo(plain?.lower ?? 0, 6);
    }),
  );
});

test("does not exist for one unit", () => {
  expect(meanInterval([])).toBeNull();
  expect(meanInterval([{ size: 3, units: 1, sum: 2, squares: 4 }])).toBeNull();
});

function sumsOf(units: readonly (readonly number[])[]) {
  return [...Map.groupBy(units, (unit) => unit.length)].map(([size, alike]) => {
    const sums = alike.map((unit) => unit.reduce((total, one) => total + one, 0));
    const add = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
    return { size, units: alike.length, sum: add(sums), squares: add(sums.map((sum) => sum * sum)) };
  });
}
