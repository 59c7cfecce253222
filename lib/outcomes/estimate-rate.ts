import { clopperPearsonInterval } from "#lib/stats/intervals/clopper-pearson.ts";
import { clusteredFloorInterval } from "#lib/stats/intervals/clustered-floor.ts";
import { clusteredRateInterval, type RateClusters } from "#lib/stats/intervals/clustered-rate.ts";
import { wilsonInterval } from "#lib/stats/intervals/wilson.ts";
import { chooseMethod } from "#lib/stats/method/choose-method.ts";
import { METHOD_NAMES } from "#lib/stats/method/method-names.ts";
import { type CaseCounts, caseCounts, verdictColumn } from "./case-counts.ts";
import { everyPlace, numbersAt, placesOf } from "./case-places.ts";
import type { RunOutcomes, VersionCases } from "./run-outcomes.ts";

export type RateEstimate = {
  /** Cases that count, and their attempts: passes of attempts is the rate. */
  cases: number;
  passes: number;
  attempts: number;
  estimate: number;
  lower: number;
  upper: number;
  method: string;
  why: string;
  /** What is independent, and how many there are; null where every attempt is. */
  units: number | null;
  unitName: "attempt" | "case" | "cluster";
  /** How many independent attempts would tell as much: all of them where every attempt is independent. */
  effectiveAttempts: number;
};

export type RateQuestion = {
  outcomes: RunOutcomes;
  /** The cases of the run's own dataset version. */
  version: VersionCases;
  /** Places in the version; null is all cases. Those that the run did not plan do not count. */
  members?: Int32Array | null;
  /** Null is the verdict of the attempt. */
  graderVersionId?: string | null;
  /** What is shown with its doubt on both sides, or what must be proven and may never promise too much. */
  purpose: "display" | "floor";
  confidence?: number;
  /** Whether planned attempts without a verdict are left out of the rate or count as not passed. */
  withoutVerdict?: "left out" | "failed";
};

/**
 * The pass rate of a run on all its cases or on some, with the interval that the decision table of `chooseMethod` names. Null when
 * nothing counts, or the run does not have the grader.
 *
 * @throws RangeError unless 0 < confidence < 1.
 */
export function estimateRate({
  outcomes,
  version,
  members = null,
  graderVersionId = null,
  purpose,
  confidence = 0.95,
  withoutVerdict = "left out",
}: RateQuestion): RateEstimate | null {
  const verdicts = verdictColumn(outcomes, graderVersionId);
  if (verdicts === null) return null;
  const { repetitions } = outcomes;
  const counted = caseCounts(verdicts, repetitions);
  const counts =
    withoutVerdict === "left out"
      ? counted
      : { ...counted, scored: new Int32Array(counted.scored.length).fill(repetitions) };
  const chosen = chosenCases(outcomes, version, members);
  const clustered = version.clusters.some((cluster) => cluster >= 0);
  const tally = tallyOf({ counts, repetitions }, chosen, clustered ? version.clusters : null);
  if (tally.attempts === 0) return null;
  const choice = chooseMethod({
    score: "binary",
    question: purpose === "floor" ? "floor" : "estimate",
    cases: tally.cases,
    repetitions,
    clusters: clustered ? tally.units : null,
    labels: { kind: "none" },
    family: 1,
    skewed: false,
  });
  if (choice.kind !== "interval") return null;
  const independent = !clustered && repetitions === 1;
  const { passes, attempts, cases } = tally;
  const interval: Limits | null = independent
    ? (purpose === "floor" ? clopperPearsonInterval : wilsonInterval)({
        successes: passes,
        total: attempts,
        confidence,
      })
    : purpose === "floor"
      ? clusteredFloorInterval(tally.groups, confidence)
      : clusteredRateInterval(tally.groups, confidence);
  if (interval === null) return null;
  return {
    cases,
    passes,
    attempts,
    estimate: passes / attempts,
    lower: interval.lower,
    upper: interval.upper,
    method: METHOD_NAMES[choice.interval],
    why: choice.why,
    units: independent ? null : tally.units,
    unitName: clustered ? "cluster" : repetitions > 1 ? "case" : "attempt",
    effectiveAttempts: interval.effectiveTotal ?? attempts,
  };
}

type Limits = { lower: number; upper: number; effectiveTotal?: number };

type Chosen = { inRun: Int32Array; inVersion: Int32Array };

/** Places of the asked cases in the run and in the version. */
function chosenCases(outcomes: RunOutcomes, version: VersionCases, members: Int32Array | null): Chosen {
  const numbers = numbersAt(version.caseNumbers, members);
  const inRun = placesOf(numbers, outcomes.caseNumbers);
  const inVersion = members ?? everyPlace(numbers.length);
  return { inRun, inVersion };
}

type Tally = { cases: number; passes: number; attempts: number; units: number; groups: RateClusters[] };

/** Units (cases, or clusters of cases) that are alike are counted together: the cost of an interval grows with the kinds of units. */
function tallyOf(
  { counts, repetitions }: { counts: CaseCounts; repetitions: number },
  { inRun, inVersion }: Chosen,
  clusters: Int32Array | null,
): Tally {
  const alike = new Map<string, RateClusters>();
  // Cases on their own come by the hundred thousand and in few kinds: a table counts them.
  const widest = repetitions + 1;
  const alone = new Int32Array(widest * widest);
  const byCluster = new Map<number, { size: number; successes: number }>();
  const tally = { cases: 0, passes: 0, attempts: 0, units: 0 };
  const add = (size: number, successes: number, clusters: number) => {
    const key = `${size} ${successes}`;
    const group = alike.get(key);
    if (group === undefined) alike.set(key, { size, successes, clusters });
    else group.clusters += clusters;
    tally.units += clusters;
  };
  for (let at = 0; at < inRun.length; at += 1) {
    const place = inRun[at] ?? -1;
    const size = place < 0 ? 0 : (counts.scored[place] ?? 0);
    if (size === 0) continue;
    const successes = counts.passed[place] ?? 0;
    tally.cases += 1;
    tally.attempts += size;
    tally.passes += successes;
    const cluster = clusters === null ? -1 : (clusters[inVersion[at] ?? -1] ?? -1);
    const known = cluster < 0 ? undefined : byCluster.get(cluster);
    if (cluster < 0) alone[size * widest + successes] = (alone[size * widest + successes] ?? 0) + 1;
    else if (known === undefined) byCluster.set(cluster, { size, successes });
    else {
      known.size += size;
      known.successes += successes;
    }
  }
  for (const { size, successes } of byCluster.values()) add(size, successes, 1);
  for (const [key, cases] of alone.entries()) {
    if (cases > 0) add(Math.floor(key / widest), key % widest, cases);
  }
  // Sums of fractions depend on their order in the last digit.
  const groups = [...alike.values()].sort(
    (one, other) => one.size - other.size || one.successes - other.successes,
  );
  return { ...tally, groups };
}
