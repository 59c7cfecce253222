import type { Candidate } from "../board/board-schema.ts";
import { casesWords, listWords, moneyWords, moreCasesWords, rateWords } from "../words/figure-words.ts";
import { decidingRules } from "./standing.ts";

type Weighed = Pick<
  Candidate,
  "run" | "model" | "passRate" | "costPer1000" | "rules" | "standing" | "casesNeeded"
>;

/**
 * The answer in one sentence: which model is the cheapest that provably clears the bar, or why none can be called so.
 * `candidates` in the order of the board: those that clear first, by cost.
 */
export function headlineOf(candidates: readonly Weighed[], cheapestRunId: string | null): string {
  if (candidates.length === 0)
    return "No model has a finished run on this dataset yet. Start one to weigh models.";
  if (candidates.every(({ standing }) => standing === null)) {
    return "No bar is set. Say what a model must clear, and the cheapest one that provably does is named here.";
  }
  const clearing = candidates.filter(({ standing }) => standing === "clears");
  const cheapest = clearing.find(({ run }) => run.id === cheapestRunId);
  if (cheapest !== undefined) return `${called(cheapest, clearing)}${figuresOf(cheapest)}.`;
  if (clearing.length === 1 && clearing[0] !== undefined) {
    return `${clearing[0].model.name} is the only model that provably clears the bar${figuresOf(clearing[0])}.`;
  }
  if (clearing.length > 1) {
    return `${listWords(clearing.map(({ model }) => model.name))} provably clear the bar. What they cost is unknown, so none of them can be called the cheapest.`;
  }
  return noneClears(candidates);
}

function called(cheapest: Weighed, clearing: readonly Weighed[]): string {
  const { name } = cheapest.model;
  if (clearing.length === 1)
    return `${name} is the only model, and so the cheapest, that provably clears the bar`;
  const equal = clearing.filter(
    (one) => one !== cheapest && one.costPer1000?.value === cheapest.costPer1000?.value,
  );
  if (equal.length === 0) return `${name} is the cheapest model that provably clears the bar`;
  return `${name} has the highest pass rate of the cheapest models that provably clear the bar (${listWords(equal.map(({ model }) => model.name))} ${equal.length === 1 ? "costs" : "cost"} the same)`;
}

function figuresOf({ passRate, costPer1000 }: Weighed): string {
  const figures = [
    ...(passRate === null ? [] : [`${rateWords(passRate)} on ${casesWords(passRate.n)}`]),
    ...(costPer1000 === null ? [] : [`${moneyWords(costPer1000.value)} per 1,000 requests`]),
  ];
  return figures.length === 0 ? "" : `: ${figures.join(", ")}`;
}

function noneClears(candidates: readonly Weighed[]): string {
  const open = candidates.filter(({ standing }) => standing === "not enough evidence");
  if (open.length === 0) {
    return candidates.length === 1
      ? `No model clears the bar: ${candidates[0]?.model.name} misses it.`
      : `No model clears the bar: all ${candidates.length} miss it.`;
  }
  const [closest] = [...open].sort(
    (a, b) => (a.casesNeeded ?? Number.POSITIVE_INFINITY) - (b.casesNeeded ?? Number.POSITIVE_INFINITY),
  );
  const name = closest?.model.name ?? "";
  const first = "No model provably clears the bar yet.";
  if (closest === undefined || closest.casesNeeded === null) {
    const reason = decidingRules(closest?.rules ?? [])[0]?.sentence ?? "";
    return `${first} For ${name} it cannot be told: ${reason}`;
  }
  return `${first} ${name} is closest to an answer: ${moreCasesWords(closest.casesNeeded)} would tell.`;
}
