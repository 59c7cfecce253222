import { type Stratum, stratifiedRate } from "#lib/stats/intervals/stratified-rate.ts";
import { wilsonInterval } from "#lib/stats/intervals/wilson.ts";

/** Passes of independent attempts that tell as much as the attempts of a run; both may be fractional. */
export type CountedRate = { successes: number; total: number };

export type RunOnDataset = {
  datasetId: string;
  model: { id: string; name: string };
  run: { id: string; number: number };
  /** Attempts with a verdict. */
  n: number;
  rate: CountedRate;
  slices: readonly SliceRate[];
};

/** A slice of a run as its scorecard has it, with the interval there. */
export type SliceRate = Interval & { dimension: string; slice: string; n: number };

export type WeighedDataset = { id: string; name: string; weight: number };

export type Interval = { value: number; lower: number; upper: number };

export type AcrossRow = {
  model: { id: string; name: string };
  /** In the order of the datasets; null where the model has no run. */
  rates: (CellRate | null)[];
  /** Null unless the model has a run on every dataset with a weight. */
  weighted: Interval | null;
  worst: (Interval & { datasetName: string }) | null;
  /** Of slices with enough cases; `slice` is null where a dataset has none, and counts whole. */
  worstSlice: (Interval & { datasetName: string; slice: Omit<SliceRate, keyof Interval> | null }) | null;
};

export type CellRate = Interval & { runId: string; runNumber: number; n: number };

export type AcrossOrder = "weighted" | "worst" | "slice";

/** The rate of a smaller slice is low or high by chance. */
export const fewestOfSlice = 30;

/**
 * Several datasets together: each model's rate on each, the weighted rate Σ weight · rate with its MOVER interval, and the rate on the
 * dataset, and on the slice of any of them, where it does worst. Weights are normalised. Models that lack a dataset come last and have neither.
 */
export function acrossDatasets(
  datasets: readonly WeighedDataset[],
  runs: readonly RunOnDataset[],
  order: AcrossOrder,
): AcrossRow[] {
  const sum = datasets.reduce((total, { weight }) => total + weight, 0);
  const rows = [...Map.groupBy(runs, ({ model }) => model.id).values()].map((own) => {
    const cells = datasets.map(({ id }) => own.find(({ datasetId }) => datasetId === id) ?? null);
    const strata = cells.flatMap((cell, index): Stratum[] =>
      cell === null || sum === 0 ? [] : [{ weight: (datasets[index]?.weight ?? 0) / sum, ...cell.rate }],
    );
    const isComplete = strata.length === datasets.length;
    const rates = cells.map((cell) => cell && cellRate(cell));
    const weighted = isComplete ? stratifiedRate({ strata }) : null;
    return {
      model: own[0]?.model ?? { id: "", name: "" },
      rates,
      weighted: weighted && { value: weighted.estimate, lower: weighted.lower, upper: weighted.upper },
      worst: isComplete ? worstOf(rates, datasets) : null,
      worstSlice: isComplete ? worstSliceOf(cells, rates, datasets) : null,
    };
  });
  const figure = (row: AcrossRow) => figureOf(row, order)?.value ?? -1;
  return rows.sort((a, b) => figure(b) - figure(a) || a.model.name.localeCompare(b.model.name, "en"));
}

/** What the rows are ordered by. */
export function figureOf({ weighted, worst, worstSlice }: AcrossRow, order: AcrossOrder): Interval | null {
  return { weighted, worst, slice: worstSlice }[order];
}

function cellRate({ rate, run, n }: RunOnDataset): CellRate | null {
  const interval = wilsonInterval(rate);
  if (interval === null) return null;
  const { estimate, lower, upper } = interval;
  return { value: estimate, lower, upper, runId: run.id, runNumber: run.number, n };
}

function worstOf(
  rates: readonly (CellRate | null)[],
  datasets: readonly WeighedDataset[],
): AcrossRow["worst"] {
  let worst: AcrossRow["worst"] = null;
  for (const [index, rate] of rates.entries()) {
    if (rate === null) return null;
    if (worst !== null && worst.value <= rate.value) continue;
    const { value, lower, upper } = rate;
    worst = { value, lower, upper, datasetName: datasets[index]?.name ?? "" };
  }
  return worst;
}

function worstSliceOf(
  cells: readonly (RunOnDataset | null)[],
  rates: readonly (CellRate | null)[],
  datasets: readonly WeighedDataset[],
): AcrossRow["worstSlice"] {
  const candidates = cells.flatMap((cell, index): NonNullable<AcrossRow["worstSlice"]>[] => {
    const datasetName = datasets[index]?.name ?? "";
    const large = cell?.slices.filter(({ n }) => n >= fewestOfSlice) ?? [];
    if (large.length > 0) {
      return large.map(({ dimension, slice, n, ...interval }) => ({
        ...interval,
        datasetName,
        slice: { dimension, slice, n },
      }));
    }
    const whole = rates[index];
    return whole
      ? [{ value: whole.value, lower: whole.lower, upper: whole.upper, datasetName, slice: null }]
      : [];
  });
  return candidates.reduce<AcrossRow["worstSlice"]>(
    (worst, one) => (worst === null || one.value < worst.value ? one : worst),
    null,
  );
}
