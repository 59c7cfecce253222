import { describe, expect, test } from "vitest";
import { outcomeCodes, type RunOutcomes, type VersionCases } from "#lib/outcomes/run-outcomes.ts";
import { wilsonInterval } from "#lib/stats/intervals/wilson.ts";
import { seededRandom } from "#lib/stats/random/seeded-random.ts";
import { type GridColumn, graderGrid } from "./grader-grid.ts";
import { gridQuery, readGridView, viewRows } from "./grid-view.ts";

const count = 400;
const places = (test: (place: number) => boolean) =>
  Int32Array.from(Array.from({ length: count }, (_, place) => place).filter(test));

function runOf(
  passes: (place: number) => boolean,
  graderPasses: (place: number) => boolean | null,
): RunOutcomes {
  const code = (passed: boolean | null) =>
    passed === null ? outcomeCodes.unscored : passed ? outcomeCodes.passed : outcomeCodes.failed;
  const column = (of: (place: number) => boolean | null) =>
    Uint8Array.from(Array.from({ length: count }, (_, place) => code(of(place))));
  return {
    runId: "run",
    datasetId: "dataset",
    datasetVersionId: "version",
    repetitions: 1,
    caseNumbers: places(() => true),
    verdicts: column(passes),
    latencyMs: new Float64Array(count),
    costMicroUsd: new Float64Array(count),
    truncated: new Uint8Array(count),
    graders: [{ graderVersionId: "g", verdicts: column(graderPasses), scores: new Float64Array(count) }],
  };
}

const sliceOf = (value: string, test: (place: number) => boolean) => ({
  dimension: "tag",
  value,
  members: places(test),
});
const versionOf = (slices: VersionCases["slices"]): VersionCases => ({
  datasetVersionId: "version",
  caseNumbers: places(() => true),
  revisions: new Int32Array(count),
  clusters: new Int32Array(count).fill(-1),
  slices,
});
const columns: GridColumn[] = [
  { graderVersionId: null, name: "Verdict", version: null },
  { graderVersionId: "g", name: "Exact", version: 1 },
];

describe("graderGrid", () => {
  const version = versionOf([
    sliceOf("hard", (place) => place < 100),
    sliceOf("even", (place) => place % 2 === 0),
    sliceOf("everything", () => true),
    sliceOf("silent", (place) => place >= 390),
  ]);
  const outcomes = runOf(
    (place) => place >= 60,
    (place) => (place >= 390 ? null : place % 4 !== 0),
  );
  const grid = graderGrid({ outcomes, version }, columns);
  const rowOf = (value: string) => grid.rows.find(({ slice }) => slice?.value === value);

  test("a cell has the counts, the Wilson interval and the method of its slice and grader", () => {
    const hard = rowOf("hard");
    expect(hard?.cells[0]).toMatchObject({
      passes: 40,
      attempts: 100,
      ...wilsonInterval({ successes: 40, total: 100 }),
      method: "Wilson interval",
    });
    expect(grid.whole.cells[0]).toMatchObject({ passes: 340, attempts: 400, against: null });
    expect(grid.whole.cells[1]).toMatchObject({ attempts: 390 });
  });

  test("a slice of all cases is none, and one without a grade has an empty cell", () => {
    expect(rowOf("everything")).toBeUndefined();
    expect(rowOf("silent")?.cells[1]).toBeNull();
    expect(rowOf("silent")?.cells[0]).toMatchObject({ passes: 10, attempts: 10 });
  });

  test("every cell with a rest is in the family, and only what the corrected test shows is marked", () => {
    expect(grid.family).toBe(5);
    expect(rowOf("hard")?.cells[0]?.against).toMatchObject({ rest: 1, proven: "below" });
    expect(rowOf("hard")?.cells[1]?.against?.proven).toBeNull();
    expect(rowOf("even")?.cells[1]?.against).toMatchObject({ rest: 1, proven: "below" });
  });

  test("the view filters and sorts; slices without a grade come last in both directions", () => {
    const view = { by: null, marked: false, sort: 1, direction: "asc" } as const;
    const names = (rows: ReturnType<typeof viewRows>) => rows.map(({ slice }) => slice?.value);
    expect(names(viewRows(grid, view))).toEqual(["even", "hard", "silent"]);
    expect(names(viewRows(grid, { ...view, direction: "desc" }))).toEqual(["hard", "even", "silent"]);
    expect(names(viewRows(grid, { ...view, sort: "name" }))).toEqual(["even", "hard", "silent"]);
    expect(viewRows(grid, { ...view, by: "split" })).toEqual([]);
    expect(names(viewRows(grid, { ...view, marked: true }))).toEqual(["even", "hard"]);
  });

  test("a view is read back from its address", () => {
    const view = { by: "metadata.a b", marked: true, sort: 12, direction: "asc" } as const;
    expect(readGridView(new URLSearchParams(gridQuery(view)))).toEqual(view);
    expect(gridQuery(readGridView(new URLSearchParams("sort=nonsense&by=")))).toBe("");
  });
});

test("where all slices are alike, a table marks anything in at most 5 of 100 runs", () => {
  const random = seededRandom(7);
  const version = versionOf(
    Array.from({ length: 10 }, (_, index) => sliceOf(`slice ${index}`, (place) => place % 10 === index)),
  );
  const trials = 300;
  let marked = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const draw = () => random.below(10) < 8;
    const { rows } = graderGrid({ outcomes: runOf(draw, draw), version }, columns);
    if (rows.some(({ cells }) => cells.some((cell) => cell?.against?.proven != null))) marked += 1;
  }
  expect(marked / trials).toBeLessThanOrEqual(0.05);
});
