import type { Candidate } from "../board/board-schema.ts";
import { listWords, moneyWords, moreCasesWords } from "../words/figure-words.ts";

/** Cost per 1,000 requests of the next model that clears minus that of the cheapest, on the same cases. */
export type NextCost = { name: string; difference: number; lower: number; upper: number };

type Facts = {
  candidates: readonly Candidate[];
  cheapestRunId: string | null;
  /** Null where there is none, or costs are not measured. */
  nextCost: NextCost | null;
};

/** What the headline does not prove, and what its figures rest on: one sentence each, the weightiest first. */
export function reservationsOf({ candidates, cheapestRunId, nextCost }: Facts): string[] {
  if (candidates.every(({ standing }) => standing === null)) return versionNotes(candidates);
  return [
    ...openAndCheaper(candidates, cheapestRunId),
    ...(nextCost !== null && nextCost.lower <= 0 && nextCost.difference > 0 ? [costNotProven(nextCost)] : []),
    ...unknownCosts(candidates),
    ...statedCosts(candidates),
    ...versionNotes(candidates),
    ...severalAtOnce(candidates),
  ];
}

/**
 * A model that may clear the bar for less money is what a reader must know before choosing. Where none is called the cheapest, the
 * headline names the one that is closest to an answer, and the others are named here.
 */
function openAndCheaper(candidates: readonly Candidate[], cheapestRunId: string | null): string[] {
  const open = candidates.filter(({ standing }) => standing === "not enough evidence");
  const limit = candidates.find(({ run }) => run.id === cheapestRunId)?.costPer1000?.value;
  if (limit === undefined) {
    const isNamed = candidates.every(({ standing }) => standing !== "clears");
    const sorted = [...open].sort((a, b) => needed(a) - needed(b));
    return sorted.slice(isNamed ? 1 : 0).map((one) => `${one.model.name} is open: ${outlook(one)}.`);
  }
  return open
    .filter(({ costPer1000 }) => costPer1000 !== null && costPer1000.value < limit)
    .map((one) => `${one.model.name} is cheaper: ${outlook(one)}.`);
}

function needed({ casesNeeded }: Candidate): number {
  return casesNeeded ?? Number.MAX_VALUE;
}

function outlook({ casesNeeded }: Candidate): string {
  return casesNeeded === null
    ? "whether it clears the bar cannot be told from what is known"
    : `${moreCasesWords(casesNeeded)} would tell whether it clears the bar`;
}

function costNotProven({ name, difference, lower, upper }: NextCost): string {
  return `It is not proven to be cheaper than ${name}: the difference is ${moneyWords(difference)} [${moneyWords(lower)}, ${moneyWords(upper)}] per 1,000 requests.`;
}

function unknownCosts(candidates: readonly Candidate[]): string[] {
  const names = candidates
    .filter(
      ({ standing, costPer1000 }) =>
        standing === "clears" && (costPer1000 === null || costPer1000.unknown > 0),
    )
    .map(({ model }) => model.name);
  if (names.length === 0) return [];
  return [
    `What ${listWords(names)} ${names.length === 1 ? "costs" : "cost"} is not fully known, so ${names.length === 1 ? "it has" : "they have"} no place in the order of cost. Set a price for the model, or state the cost per 1,000 requests.`,
  ];
}

function statedCosts(candidates: readonly Candidate[]): string[] {
  const names = candidates.filter(({ costPer1000 }) => costPer1000?.stated).map(({ model }) => model.name);
  return names.length === 0 ? [] : [`The cost of ${listWords(names)} was stated, not measured.`];
}

function versionNotes(candidates: readonly Candidate[]): string[] {
  const versions = [...new Set(candidates.map(({ datasetVersion }) => datasetVersion.number))].sort(
    (a, b) => a - b,
  );
  if (versions.length < 2) return [];
  return [
    `The runs are on different versions of the dataset (${listWords(versions.map((one) => `version ${one}`))}). Each is held against the bar on its own cases; two models are compared on the cases that are the same in both.`,
  ];
}

/** Each lower limit is wrong in one of 40 cases (one side of 95 %), so the chance adds up over models. */
function severalAtOnce(candidates: readonly Candidate[]): string[] {
  const count = candidates.length;
  if (count < 2) return [];
  return [
    `Each of the ${count} models is held against the bar by itself, at 95 %. If all of them were just below a floor, one would clear it by luck in at most ${Math.min(100, count * 2.5)} % of such choices.`,
  ];
}
