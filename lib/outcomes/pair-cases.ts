import { verdictColumn } from "./case-counts.ts";
import { numbersAt, placesOf } from "./case-places.ts";
import { outcomeCodes, type RunOutcomes, type VersionCases } from "./run-outcomes.ts";

/** The same cases in two runs, each case once: by the mean of its attempts that have a verdict or a score. */
export type PairedCases = {
  caseNumbers: Int32Array;
  baseline: Float64Array;
  candidate: Float64Array;
  /** A number for each group of cases that depend on one another; -1 for a case on its own. */
  clusters: Int32Array;
  /** Cases that could not be paired: asked differently, planned in one run only, or without a verdict in one of them. */
  unpaired: { changed: number; onlyBaseline: number; onlyCandidate: number; notJudged: number };
  /** The larger number of attempts at a case. */
  repetitions: number;
  measure: "verdict" | "score";
};

export type PairQuestion = {
  baseline: RunOutcomes;
  candidate: RunOutcomes;
  baselineVersion: VersionCases;
  candidateVersion: VersionCases;
  /** Numbers of the cases that were asked differently in the two versions. */
  changed: ReadonlySet<number>;
  /** Null is the verdict of the attempt. */
  graderVersionId?: string | null;
  /** Shares of passed attempts, or mean scores, which only graders have. */
  measure?: "verdict" | "score";
  /** Places in the candidate's version; null is all its cases, and those that only the baseline has. */
  members?: Int32Array | null;
};

/**
 * Matches the cases of two runs by their numbers, which they keep for life. Cases count once however often they were tried: attempts
 * of one case are not independent. When one of the runs does not have the grader, or they are on different datasets, nothing is paired.
 */
export function pairCases({
  baseline,
  candidate,
  candidateVersion,
  changed,
  graderVersionId = null,
  measure = "verdict",
  members = null,
}: PairQuestion): PairedCases {
  // Numbers are those of one dataset: cases of another that happen to have the same are strangers.
  const first =
    baseline.datasetId === candidate.datasetId ? caseMeans(baseline, graderVersionId, measure) : null;
  const second = caseMeans(candidate, graderVersionId, measure);
  const numbers = members === null ? candidate.caseNumbers : numbersAt(candidateVersion.caseNumbers, members);
  const inBaseline = placesOf(numbers, baseline.caseNumbers);
  const inCandidate = members === null ? null : placesOf(numbers, candidate.caseNumbers);
  const inVersion = members ?? placesOf(numbers, candidateVersion.caseNumbers);
  const kept = {
    caseNumbers: new Int32Array(numbers.length),
    baseline: new Float64Array(numbers.length),
    candidate: new Float64Array(numbers.length),
    clusters: new Int32Array(numbers.length),
  };
  const unpaired = { changed: 0, onlyBaseline: 0, onlyCandidate: 0, notJudged: 0 };
  let shared = 0;
  let n = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    const there = inBaseline[at] ?? -1;
    const here = inCandidate === null ? at : (inCandidate[at] ?? -1);
    if (there >= 0) shared += 1;
    if (here < 0) unpaired.onlyBaseline += there < 0 ? 0 : 1;
    else if (there < 0) unpaired.onlyCandidate += 1;
    else if (changed.has(numbers[at] ?? 0)) unpaired.changed += 1;
    else {
      const before = first?.[there] ?? Number.NaN;
      const after = second?.[here] ?? Number.NaN;
      if (Number.isNaN(before) || Number.isNaN(after)) unpaired.notJudged += 1;
      else {
        kept.caseNumbers[n] = numbers[at] ?? 0;
        kept.baseline[n] = before;
        kept.candidate[n] = after;
        kept.clusters[n] = candidateVersion.clusters[inVersion[at] ?? -1] ?? -1;
        n += 1;
      }
    }
  }
  if (members === null) unpaired.onlyBaseline = baseline.caseNumbers.length - shared;
  return {
    caseNumbers: kept.caseNumbers.subarray(0, n),
    baseline: kept.baseline.subarray(0, n),
    candidate: kept.candidate.subarray(0, n),
    clusters: kept.clusters.subarray(0, n),
    unpaired,
    repetitions: Math.max(baseline.repetitions, candidate.repetitions),
    measure,
  };
}

/**
 * For each case of a run the mean over its attempts: the share that passed, or the mean score. NaN where no attempt has a verdict or
 * score. Null when the run does not have the grader.
 */
export function caseMeans(
  outcomes: RunOutcomes,
  graderVersionId: string | null,
  measure: "verdict" | "score",
): Float64Array | null {
  const values =
    measure === "verdict"
      ? verdictColumn(outcomes, graderVersionId)
      : (outcomes.graders.find((one) => one.graderVersionId === graderVersionId)?.scores ?? null);
  if (values === null) return null;
  const known = means.get(values);
  if (known !== undefined) return known;
  const made = meansOf(values, outcomes.repetitions, measure);
  means.set(values, made);
  return made;
}

/** Of a column, once: a page asks for every slice of it. */
const means = new WeakMap<Uint8Array | Float64Array, Float64Array>();

function meansOf(
  values: Uint8Array | Float64Array,
  repetitions: number,
  measure: "verdict" | "score",
): Float64Array {
  const read = measure === "verdict" ? passShare : scoreItself;
  const byCase = new Float64Array(values.length / repetitions);
  for (let place = 0, at = 0; place < byCase.length; place += 1) {
    let sum = 0;
    let count = 0;
    for (let end = at + repetitions; at < end; at += 1) {
      const value = read(values[at] ?? 0);
      if (Number.isNaN(value)) continue;
      sum += value;
      count += 1;
    }
    byCase[place] = sum / count;
  }
  return byCase;
}

const passShare = (code: number) =>
  code === outcomeCodes.passed ? 1 : code === outcomeCodes.failed ? 0 : Number.NaN;
const scoreItself = (score: number) => score;
