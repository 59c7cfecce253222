import fc from "fast-check";
import { expect, test } from "vitest";
import { clusteredIntervalCr2 } from "#lib/stats/error-bars/clustered-interval-cr2.ts";
import { noninferiority } from "#lib/stats/paired/noninferiority.ts";
import { pairedDifference } from "#lib/stats/paired/paired-difference.ts";
import { signFlipTest } from "#lib/stats/paired/sign-flip.ts";
import { tangoInterval } from "#lib/stats/paired/tango.ts";
import { comparePairs } from "./compare-pairs.ts";
import { type PairedCases, pairCases } from "./pair-cases.ts";
import type { RunOutcomes, VersionCases } from "./run-outcomes.ts";

function runOf(
  codes: readonly number[],
  repetitions = 1,
  numbers = numbersTo(codes.length / repetitions),
): RunOutcomes {
  const none = new Float64Array(codes.length).fill(Number.NaN);
  return {
    runId: "run",
    datasetId: "dataset",
    datasetVersionId: "version",
    repetitions,
    caseNumbers: Int32Array.from(numbers),
    verdicts: Uint8Array.from(codes),
    latencyMs: none,
    costMicroUsd: none,
    truncated: new Uint8Array(codes.length),
    graders: [],
  };
}

const numbersTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

function versionOf(numbers: readonly number[], clusters = numbers.map(() => -1)): VersionCases {
  return {
    datasetVersionId: "version",
    caseNumbers: Int32Array.from(numbers),
    revisions: new Int32Array(numbers.length).fill(1),
    clusters: Int32Array.from(clusters),
    slices: [],
  };
}

function pairsOf(baseline: RunOutcomes, candidate: RunOutcomes, clusters?: number[]): PairedCases {
  const version = versionOf([...candidate.caseNumbers], clusters);
  return pairCases({
    baseline,
    candidate,
    baselineVersion: versionOf([...baseline.caseNumbers]),
    candidateVersion: version,
    changed: new Set(),
  });
}

test("cases are matched by number, and those that cannot be paired are counted by why", () => {
  const baseline = runOf([1, 2, 1, 4, 1], 1, [2, 3, 5, 8, 9]);
  const candidate = runOf([2, 1, 1, 1, 1], 1, [3, 5, 7, 8, 9]);
  const pairs = pairCases({
    baseline,
    candidate,
    baselineVersion: versionOf([2, 3, 5, 8, 9]),
    candidateVersion: versionOf([3, 5, 7, 8, 9]),
    changed: new Set([9]),
  });
  expect([...pairs.caseNumbers]).toEqual([3, 5]);
  expect(pairs.unpaired).toEqual({ changed: 1, onlyBaseline: 1, onlyCandidate: 1, notJudged: 1 });
});

test("some cases only: those of the members, and what is missing among them", () => {
  const pairs = pairCases({
    baseline: runOf([1, 2, 1, 1]),
    candidate: runOf([1, 1, 2, 1]),
    baselineVersion: versionOf([1, 2, 3, 4]),
    candidateVersion: versionOf([1, 2, 3, 4]),
    changed: new Set(),
    members: Int32Array.from([1, 2]),
  });
  expect([...pairs.caseNumbers]).toEqual([2, 3]);
  expect([...pairs.baseline]).toEqual([0, 1]);
});

test("runs of different datasets share no case, whatever their numbers", () => {
  const other = { ...runOf([1, 1]), datasetId: "other" };
  expect(pairsOf(runOf([1, 2]), other).caseNumbers).toHaveLength(0);
});

test("attempts of a case count once, by their mean over those with a verdict", () => {
  const pairs = pairsOf(runOf([1, 2, 4, 1, 4, 4], 2), runOf([1, 1, 2, 2, 1, 1], 2));
  expect([...pairs.baseline]).toEqual([0.5, 1]);
  expect([...pairs.candidate]).toEqual([1, 0]);
  expect(pairs.unpaired.notJudged).toBe(1);
});

const codes = fc.constantFrom(1, 2);

test("one verdict a case: Tango's limits, McNemar's mid-p, and the margin test are those of lib/stats", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(codes, codes), { minLength: 30, maxLength: 200 }), (cells) => {
      const pairs = pairsOf(runOf(cells.map(([a]) => a)), runOf(cells.map(([, b]) => b)));
      const found = comparePairs(pairs, { margin: 0.05 });
      const onlyNew = cells.filter(([a, b]) => a === 2 && b === 1).length;
      const onlyOld = cells.filter(([a, b]) => a === 1 && b === 2).length;
      const reference = noninferiority({ onlyNew, onlyOld, total: cells.length, margin: 0.05 });
      expect(found?.noWorse?.lower).toBeCloseTo(reference.lower, 10);
      expect(found).toMatchObject({ fixed: onlyNew, regressed: onlyOld, n: cells.length });
      const ruledOut = reference.lower > -0.05;
      expect(["better", "no worse"].includes(found?.noWorse?.verdict ?? "")).toBe(ruledOut);
      expect(found?.noWorse?.verdict === "better").toBe((found?.lower ?? 0) > 0);
    }),
  );
});

test("turning the runs round turns the difference and its limits round", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(codes, codes, codes, codes), { minLength: 4, maxLength: 80 }),
      fc.boolean(),
      (cells, repeated) => {
        const first = repeated
          ? runOf(
              cells.flatMap((cell) => cell.slice(0, 2)),
              2,
            )
          : runOf(cells.map(([a]) => a));
        const second = repeated
          ? runOf(
              cells.flatMap((cell) => cell.slice(2)),
              2,
            )
          : runOf(cells.map(([, , c]) => c));
        const there = comparePairs(pairsOf(first, second));
        const back = comparePairs(pairsOf(second, first));
        expect(there?.difference).toBeCloseTo(-(back?.difference ?? 9), 12);
        expect(there?.lower).toBeCloseTo(-(back?.upper ?? 9), 8);
        expect(there?.pValue).toBeCloseTo(back?.pValue ?? 9, 12);
        expect(there?.regressed).toBe(back?.fixed);
      },
    ),
  );
});

test("repeated attempts: the paired t of per-case means, or exact signs where there are few cases", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(codes, codes, codes, codes), { minLength: 3, maxLength: 60 }), (cells) => {
      const pairs = pairsOf(
        runOf(
          cells.flatMap((cell) => cell.slice(0, 2)),
          2,
        ),
        runOf(
          cells.flatMap((cell) => cell.slice(2)),
          2,
        ),
      );
      const reference = pairedDifference([...pairs.candidate], [...pairs.baseline]);
      const found = comparePairs(pairs);
      const agreeing = tangoInterval({ onlyFirst: 0, onlySecond: 0, total: cells.length }).upper;
      const difference = reference?.difference ?? 9;
      expect(found?.lower).toBeCloseTo(
        Math.max(-1, Math.min(reference?.lower ?? 9, difference - agreeing)),
        9,
      );
      const differences = Array.from(pairs.candidate, (after, at) => after - (pairs.baseline[at] ?? 0));
      const pValue = cells.length < 20 ? signFlipTest({ differences }).pValue : (reference?.pValue ?? null);
      if (pValue === null) expect(found?.pValue).toBeNull();
      else expect(found?.pValue).toBeCloseTo(pValue, 9);
    }),
  );
});

test("clusters: CR2 limits and p-value of the differences", () => {
  const first = Array.from({ length: 120 }, (_, i) => ((i * 7) % 10 < 6 ? 1 : 2));
  const second = Array.from({ length: 120 }, (_, i) => ((i * 11) % 13 < 9 ? 1 : 2));
  const clusters = first.map((_, i) => (i % 5 === 0 ? -1 : i % 23));
  const pairs = pairsOf(runOf(first), runOf(second), clusters);
  const names = clusters.map((cluster, at) => (cluster < 0 ? `alone ${at}` : `group ${cluster}`));
  const differences = first.map((code, at) => code - (second[at] ?? 0));
  const reference = clusteredIntervalCr2(differences, names);
  const found = comparePairs(pairs);
  expect(found?.lower).toBeCloseTo(reference?.lower ?? 9, 12);
  expect(found?.upper).toBeCloseTo(reference?.upper ?? 9, 12);
  expect(found?.pValue).toBeCloseTo(reference?.pValue ?? 9, 12);
  expect(found?.method).toContain("clustered t");
});

/** One verdict a case: so many fixed, broken and left as they were. */
const many = (fixed: number, broken: number, same: number) =>
  pairsOf(
    runOf([...Array(fixed).fill(2), ...Array(broken + same).fill(1)]),
    runOf([...Array(fixed).fill(1), ...Array(broken).fill(2), ...Array(same).fill(1)]),
  );

test("how many more cases: none where it is shown, none where there is no difference, and more for a closer call", () => {
  expect(comparePairs(many(30, 2, 168))?.casesNeeded).toBeNull();
  expect(comparePairs(many(5, 5, 190))?.casesNeeded).toBeNull();
  const wide = comparePairs(many(9, 5, 186))?.casesNeeded ?? 0;
  const narrow = comparePairs(many(7, 6, 187))?.casesNeeded ?? 0;
  expect(wide).toBeGreaterThan(100);
  expect(narrow).toBeGreaterThan(wide);
  expect(comparePairs(many(5, 5, 190), { margin: 0.02 })?.noWorse).toMatchObject({ verdict: "cannot tell" });
  expect(comparePairs(many(0, 8, 192), { margin: 0.02 })?.noWorse?.casesNeeded).toBeNull();
});

test("repeated attempts that never differ leave as much doubt as equal runs of so many cases do", () => {
  const same = runOf(Array<number>(12).fill(1), 2);
  const found = comparePairs(pairsOf(same, same), { margin: 0.02 });
  const agreeing = tangoInterval({ onlyFirst: 0, onlySecond: 0, total: 6 });
  expect(found?.lower).toBeCloseTo(agreeing.lower, 12);
  expect(found?.upper).toBeCloseTo(agreeing.upper, 12);
  expect(found?.noWorse?.verdict).toBe("cannot tell");
  expect(found?.noWorse?.casesNeeded).toBeGreaterThan(100);
  expect(found?.method).toContain("not narrower than");
});

test("nothing paired has no comparison", () => {
  expect(comparePairs(pairsOf(runOf([4, 3]), runOf([1, 1])))).toBeNull();
});

test("cases that never change their verdict rule a loss out only when there are enough of them", () => {
  const few = comparePairs(many(0, 0, 29), { margin: 0.02 });
  expect(few?.noWorse?.verdict).toBe("cannot tell");
  const needed = few?.noWorse?.casesNeeded ?? 0;
  expect(comparePairs(many(0, 0, 29 + needed), { margin: 0.02 })?.noWorse?.verdict).toBe("no worse");
  expect(comparePairs(many(0, 0, 29 + needed - 2), { margin: 0.02 })?.noWorse?.verdict).toBe("cannot tell");
  const stricter = comparePairs(many(0, 0, 29), { margin: 0.02, alpha: 0.0125 });
  expect(stricter?.noWorse?.casesNeeded).toBeGreaterThan(needed);
});
