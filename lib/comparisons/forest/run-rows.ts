import { placesOf } from "#lib/outcomes/case-places.ts";
import { comparePairs } from "#lib/outcomes/compare-pairs.ts";
import { estimateRate, type RateEstimate } from "#lib/outcomes/estimate-rate.ts";
import { pairCases } from "#lib/outcomes/pair-cases.ts";
import { chooseMethod } from "#lib/stats/method/choose-method.ts";
import { METHOD_NAMES } from "#lib/stats/method/method-names.ts";
import { holm } from "#lib/stats/multiplicity/holm.ts";
import { cochranQ } from "#lib/stats/paired/cochran-q.ts";
import type { AlignedCases } from "../columns/align-columns.ts";
import type { Side } from "../load-compared.ts";
import { claimOf, falseAlarms, pValueOf } from "./claim.ts";
import type { ForestRow } from "./forest-rows.ts";

/** One test over more than two runs, before every pair is looked at. */
export type OverallTest = { n: number; q: number; pValue: number; method: string; why: string };

export type RunRow = ForestRow & {
  /** Pass rates of the two on the shared cases alone. */
  rates: { baseline: RateEstimate | null; candidate: RateEstimate | null };
};

export type RunRows = {
  /** Every run after the baseline, against it. */
  rows: RunRow[];
  /** Null for two runs, and where no single test covers all runs. */
  overall: OverallTest | null;
  /** How many pairs Holm's correction covers. */
  family: number;
};

export type RunRowsInput = {
  sides: readonly Side[];
  aligned: AlignedCases;
  changed: ReadonlySet<number>;
  graderVersionId: string | null;
  margin: number;
  isWithheld: (side: Side) => boolean;
};

/** Every run against the baseline with Holm's correction; none is called different where the test over all runs finds no difference. */
export function runRows({
  sides,
  aligned,
  changed,
  graderVersionId,
  margin,
  isWithheld,
}: RunRowsInput): RunRows {
  const [baseline, ...candidates] = sides;
  if (baseline === undefined) return { rows: [], overall: null, family: 0 };
  const family = candidates.length;
  const compared = candidates.map((side) => {
    const pairs = pairCases({
      baseline: baseline.outcomes,
      candidate: side.outcomes,
      baselineVersion: baseline.version,
      candidateVersion: side.version,
      changed: side.changed,
      graderVersionId,
    });
    const rateOf = (one: Side) => rateOn(pairs.caseNumbers, one, graderVersionId);
    const rates = { baseline: rateOf(baseline), candidate: rateOf(side) };
    return { side, rates, comparison: comparePairs(pairs, { margin, family }) };
  });
  const overall = family < 2 ? null : overallTest({ sides, aligned, changed });
  const hasDifference = overall === null || overall.pValue <= falseAlarms;
  const adjusted = holm(compared.map(({ comparison }) => (comparison === null ? 1 : pValueOf(comparison))));
  const rows = compared.map(({ side, comparison, rates }, index) => {
    const adjustedP = hasDifference ? (adjusted[index] ?? 1) : 1;
    const claim = claimOf(comparison, { adjustedP, isWithheld: isWithheld(side) });
    return { id: side.run.id, comparison, adjustedP: comparison && (adjusted[index] ?? null), claim, rates };
  });
  return { rows, overall, family };
}

function rateOn(caseNumbers: Int32Array, { outcomes, version }: Side, graderVersionId: string | null) {
  const members = placesOf(caseNumbers, version.caseNumbers);
  return estimateRate({ outcomes, version, members, graderVersionId, purpose: "display" });
}

/** Over the cases on which every run has a verdict. */
function overallTest({
  sides,
  aligned,
  changed,
}: Pick<RunRowsInput, "sides" | "aligned" | "changed">): OverallTest | null {
  const choice = chooseMethod({
    score: "binary",
    question: "several",
    cases: aligned.caseNumbers.length,
    repetitions: Math.max(...sides.map(({ run }) => run.repetitions)),
    clusters: clusterCount(sides),
    labels: { kind: "none" },
    family: sides.length - 1,
    skewed: false,
  });
  if (choice.kind !== "several" || choice.overall !== "cochran-q") return null;
  const passes = completeRows(aligned, changed);
  const test = cochranQ(passes);
  return test && { n: passes.length, ...test, method: METHOD_NAMES[choice.overall], why: choice.why };
}

function clusterCount(sides: readonly Side[]): number | null {
  const clusters = sides[0]?.version.clusters ?? [];
  const named = clusters.filter((cluster) => cluster >= 0);
  const distinct = new Set(named).size;
  // Clusters of one case each leave every case independent.
  return distinct === named.length ? null : distinct + clusters.length - named.length;
}

function completeRows({ caseNumbers, runs }: AlignedCases, changed: ReadonlySet<number>): boolean[][] {
  const rows: boolean[][] = [];
  for (let place = 0; place < caseNumbers.length; place += 1) {
    if (changed.size > 0 && changed.has(caseNumbers[place] ?? -1)) continue;
    const rates = runs.map((run) => run.rates[place] ?? Number.NaN);
    if (!rates.some(Number.isNaN)) rows.push(rates.map((rate) => rate === 1));
  }
  return rows;
}
