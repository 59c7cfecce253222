import { describe, expect, test } from "vitest";
import { acrossDatasets, type RunOnDataset } from "./across-datasets.ts";

const datasets = [
  { id: "a", name: "Tickets", weight: 3 },
  { id: "b", name: "Invoices", weight: 1 },
];
const run = (model: string, datasetId: string, successes: number, total = 100): RunOnDataset => ({
  datasetId,
  model: { id: model, name: model },
  run: { id: `${model} ${datasetId}`, number: 1 },
  n: total,
  rate: { successes, total },
  slices: [],
});
const runs = [
  run("even", "a", 80),
  run("even", "b", 80),
  run("uneven", "a", 95),
  run("uneven", "b", 50),
  run("half", "a", 99),
];

describe("acrossDatasets", () => {
  test("weighs the rates; what lacks a dataset has no figure and comes last", () => {
    const rows = acrossDatasets(datasets, runs, "weighted");
    expect(rows.map(({ model, weighted }) => [model.name, weighted?.value])).toEqual([
      ["uneven", expect.closeTo(0.75 * 0.95 + 0.25 * 0.5, 12)],
      ["even", expect.closeTo(0.8, 12)],
      ["half", undefined],
    ]);
    expect(rows[0]?.weighted?.lower).toBeLessThan(rows[0]?.weighted?.value ?? 0);
    expect(rows[2]?.rates).toMatchObject([{ value: 0.99 }, null]);
  });

  test("by the worst dataset the order may be another one", () => {
    const rows = acrossDatasets(datasets, runs, "worst");
    expect(rows.map(({ model, worst }) => [model.name, worst?.datasetName, worst?.value])).toEqual([
      ["even", "Tickets", 0.8],
      ["uneven", "Invoices", 0.5],
      ["half", undefined, undefined],
    ]);
  });

  test("by the worst slice: of those that are large enough, and a dataset without any counts whole", () => {
    const slice = (name: string, value: number, n: number) => ({
      dimension: "tag",
      slice: name,
      n,
      value,
      lower: value - 0.1,
      upper: value + 0.1,
    });
    const sliced = [
      { ...run("even", "a", 80), slices: [slice("large", 0.7, 40), slice("small", 0.1, 5)] },
      run("even", "b", 75),
      { ...run("uneven", "a", 95), slices: [slice("large", 0.9, 40)] },
      run("uneven", "b", 50),
    ];
    const rows = acrossDatasets(datasets, sliced, "slice");
    expect(
      rows.map(({ model, worstSlice }) => [model.name, worstSlice?.slice?.slice, worstSlice?.value]),
    ).toEqual([
      ["even", "large", 0.7],
      ["uneven", undefined, 0.5],
    ]);
    expect(rows[1]?.worstSlice).toMatchObject({ datasetName: "Invoices", slice: null });
  });

  test("with one dataset the weighted rate is its rate, with its interval", () => {
    const [row] = acrossDatasets([{ id: "a", name: "Tickets", weight: 7 }], [run("m", "a", 90)], "weighted");
    const [rate] = row?.rates ?? [];
    expect(row?.weighted?.lower).toBeCloseTo(rate?.lower ?? 0, 12);
    expect(row?.weighted?.upper).toBeCloseTo(rate?.upper ?? 0, 12);
  });

  test("weights of nothing weigh nothing", () => {
    const none = datasets.map((one) => ({ ...one, weight: 0 }));
    expect(acrossDatasets(none, runs, "weighted").every(({ weighted }) => weighted === null)).toBe(true);
  });
});
