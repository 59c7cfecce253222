import { describe, expect, test } from "vitest";
import type { RunOutcomes, VersionCases } from "#lib/outcomes/run-outcomes.ts";
import { seededRandom } from "#lib/stats/random/seeded-random.ts";
import type { Side } from "../load-compared.ts";
import { quantityDifferences } from "./quantity-difference.ts";
import { costWords, latencyWords } from "./quantity-words.ts";

const count = 200;
const numbers = Int32Array.from({ length: count }, (_, index) => index + 1);
const random = seededRandom(3);
const noise = () => 0.8 + (random.uint32() / 2 ** 32) * 0.4;

function sideOf(
  id: string,
  latencyMs: (at: number) => number,
  cost: (at: number) => number,
  changed: number[] = [],
): Side {
  const outcomes: RunOutcomes = {
    runId: id,
    datasetId: "dataset",
    datasetVersionId: "version",
    repetitions: 1,
    caseNumbers: numbers,
    verdicts: new Uint8Array(count).fill(1),
    latencyMs: Float64Array.from({ length: count }, (_, at) => latencyMs(at)),
    costMicroUsd: Float64Array.from({ length: count }, (_, at) => cost(at)),
    truncated: new Uint8Array(count),
    graders: [],
  };
  const version: VersionCases = {
    datasetVersionId: "version",
    caseNumbers: numbers,
    revisions: new Int32Array(count),
    clusters: new Int32Array(count).fill(-1),
    slices: [],
  };
  const pinned = { id: "x", name: "x", versionId: "v", versionNumber: 1, isArchived: false };
  const run = {
    id,
    number: 1,
    state: "finished" as const,
    planned: count,
    repetitions: 1,
    splits: [],
    createdAt: new Date(0),
    finishedAt: null,
    dataset: pinned,
    model: pinned,
    graders: [],
    verdictRule: { kind: "all" as const },
    scores: null,
  };
  return { run, outcomes, version, changed: new Set(changed) };
}

const hardness = Array.from({ length: count }, () => 100 * noise() ** 4);
const baseline = sideOf(
  "base",
  (at) => (hardness[at] ?? 1) * noise(),
  () => 1_000,
);
const money = (microUsd: number) => `$${(microUsd / 1_000_000).toFixed(4)}`;
const named = { baseline: "run 9", candidate: "run 12", family: 2 };

describe("quantityDifferences", () => {
  const faster = sideOf(
    "fast",
    (at) => 0.7 * (hardness[at] ?? 1) * noise(),
    () => 1_000 * noise(),
  );
  const { latency, cost, family } = quantityDifferences(baseline, [{ side: faster, isWithheld: false }]);

  test("a run whose every answer takes three tenths less time is faster, in words with the interval", () => {
    expect(family).toBe(2);
    expect(latency[0]?.value).toBeGreaterThan(0.66);
    expect(latency[0]?.value).toBeLessThan(0.74);
    expect(latency[0]).toMatchObject({ n: count, leftOut: 0, claim: { kind: "less" } });
    const words = latency[0] && latencyWords(latency[0], named);
    expect(words?.claim).toBe("Run 12 is faster than run 9");
    expect(words?.measured).toMatch(
      /^an answer typically takes \d\d\.\d.% less time, 95.% interval \d\d\.\d.% to \d\d\.\d.% less, on 200 cases of both \(p < 0\.001 after Holm's correction for 2 differences\)$/,
    );
  });

  test("costs that only scatter are not told apart, and how many cases would tell is said", () => {
    expect(cost[0]?.claim.kind).toBe("cannot tell");
    const words = cost[0] && costWords(cost[0], named, money);
    expect(words?.tone).toBe("unclear");
    expect(words?.claim).toBe("Cannot tell whether run 12 is cheaper or dearer than run 9");
    expect(words?.measured).toMatch(/less to .* more.*would tell, if the difference stays what it is$/);
  });

  test("what is unknown or asked differently is left out and counted", () => {
    const side = sideOf(
      "gaps",
      (at) => (at < 20 ? Number.NaN : 100 + at),
      () => Number.NaN,
      [30, 31],
    );
    const found = quantityDifferences(baseline, [{ side, isWithheld: false }]);
    expect(found.latency[0]).toMatchObject({ n: 178, leftOut: 22 });
    expect(found.cost).toEqual([]);
    expect(found.family).toBe(1);
  });

  test("where the runs are too unlike there is no verdict", () => {
    const found = quantityDifferences(baseline, [{ side: faster, isWithheld: true }]);
    expect(found.latency[0]?.claim).toEqual({ kind: "withheld" });
  });

  test("where every case costs the same, that is said; and a run that takes twice as long is told in times", () => {
    const twin = sideOf(
      "twin",
      (at) => 3 * (hardness[at] ?? 1) * noise(),
      () => 1_000,
    );
    const found = quantityDifferences(baseline, [{ side: twin, isWithheld: false }]);
    expect(found.cost[0] && costWords(found.cost[0], named, money)).toEqual({
      tone: "unclear",
      claim: "Run 12 costs the same as run 9",
      measured: "in every one of 200 cases of both",
    });
    const slower = found.latency[0] && latencyWords(found.latency[0], named);
    expect(slower?.measured).toMatch(
      /^an answer typically takes \d\.\d times as long, 95.% interval \d\.\d to \d\.\d times, on 200/,
    );
  });

  test("a constant cost has the difference that it has", () => {
    const dearer = sideOf(
      "dear",
      (at) => hardness[at] ?? 1,
      () => 1_500,
    );
    const [row] = quantityDifferences(baseline, [{ side: dearer, isWithheld: false }]).cost;
    expect(row).toMatchObject({ value: 500, lower: 500, upper: 500, claim: { kind: "more" } });
    expect(row && costWords(row, named, money).measured).toMatch(
      /\$0\.0005 more \(50\.0.% more in the mean\)/,
    );
  });

  test("a cost that is many times as high is told in times", () => {
    const dearer = sideOf(
      "dear",
      (at) => hardness[at] ?? 1,
      () => 1_250_000,
    );
    const [row] = quantityDifferences(baseline, [{ side: dearer, isWithheld: false }]).cost;
    expect(row && costWords(row, named, money).measured).toContain("(1,250 times as much in the mean)");
  });
});

test("among five runs that are all alike, anything is called faster or cheaper in at most 5 of 100 comparisons", () => {
  const trials = 200;
  let alarms = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const draw = (id: string) =>
      sideOf(
        id,
        (at) => (hardness[at] ?? 1) * noise(),
        () => 1_000 * noise(),
      );
    const candidates = ["a", "b", "c", "d"].map((id) => ({ side: draw(id), isWithheld: false }));
    const { latency, cost } = quantityDifferences(draw("base"), candidates);
    if ([...latency, ...cost].some(({ claim }) => claim.kind !== "cannot tell")) alarms += 1;
  }
  // 5 % and two standard errors of a simulation of so many trials.
  expect(alarms / trials).toBeLessThanOrEqual(0.081);
});
