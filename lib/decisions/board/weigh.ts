import type { Question } from "../question/question-schema.ts";
import { boardOrder } from "../weighing/board-order.ts";
import { costCorrelation, costDifference } from "../weighing/cost-difference.ts";
import { dominatorOf, type QualityVerdict } from "../weighing/dominated.ts";
import { earningsOf, type PairedCost } from "../weighing/earnings.ts";
import { headlineOf } from "../weighing/headline.ts";
import { nearBestOf } from "../weighing/near-best.ts";
import { type NextCost, reservationsOf } from "../weighing/reservations.ts";
import type { Board, Candidate } from "./board-schema.ts";
import { candidateOf } from "./candidate-of.ts";
import type { ModelEvidence } from "./model-evidence.ts";
import { type Pairwise, pairFigure, pairwise } from "./pairwise.ts";

export type Weighing = {
  dataset: Board["dataset"];
  question: Pick<Question, "bar" | "margin" | "stakes" | "statedCosts">;
  models: readonly ModelEvidence[];
  /** Numbers of the cases that were asked differently in two dataset versions. */
  changed: (versionId: string, otherVersionId: string) => ReadonlySet<number>;
};

/** Every figure of the board from the outcomes of the runs. Pure: the same runs and the same question give the same board. */
export function weigh({ dataset, question, models, changed }: Weighing): Board {
  const { bar, margin, stakes, statedCosts } = question;
  const compare = pairwise(models, changed, margin);
  const candidates = withDominators(
    models.map((one) => candidateOf(one, bar, statedCosts[one.model.id] ?? null)),
    compare,
  ).sort(boardOrder);
  const [cheapest, next] = candidates.filter(
    ({ standing, costPer1000 }) => standing === "clears" && costPer1000?.unknown === 0,
  );
  const cheapestRunId = cheapest?.run.id ?? null;
  const contenders = candidates.map((one) => ({ ...one, runId: one.run.id }));
  return {
    form: 1,
    dataset,
    bar,
    candidates,
    cheapestRunId,
    headline: headlineOf(candidates, cheapestRunId),
    notes: reservationsOf({
      candidates,
      cheapestRunId,
      nextCost: cheapest && next ? nextCostOf(models, cheapest, next) : null,
    }),
    nearBest: nearBestOf(contenders, margin, (bestRunId, runId, family) => {
      const comparison = compare(runId, bestRunId, family);
      if (comparison === null || comparison.noWorse === null) return null;
      const { verdict, casesNeeded } = comparison.noWorse;
      return { verdict, casesNeeded, pair: pairFigure(comparison) };
    }),
    earnings:
      stakes &&
      earningsOf(contenders, stakes, {
        quality: (first, second) => {
          const comparison = compare(first, second, 1);
          return comparison && pairFigure(comparison);
        },
        cost: (first, second) => pairedCostOf(models, candidates, first, second),
      }),
  };
}

/** Only models that clear the bar are dominated, and only by such: the others are out for another reason. */
function withDominators(candidates: readonly Candidate[], compare: Pairwise): Candidate[] {
  const clearing = candidates
    .filter(({ standing }) => standing === "clears")
    .map((one) => ({ ...one, runId: one.run.id, name: one.model.name }));
  const quality = (first: string, second: string): QualityVerdict =>
    compare(first, second, 1)?.noWorse?.verdict ?? "cannot tell";
  return candidates.map((one) => {
    const self = clearing.find(({ runId }) => runId === one.run.id);
    return { ...one, dominatedBy: self === undefined ? null : dominatorOf(self, clearing, quality) };
  });
}

/** Null where one of the costs is stated: it has no doubt that could be paired. */
function pairedCostOf(
  models: readonly ModelEvidence[],
  candidates: readonly Candidate[],
  ...runIds: [string, string]
): PairedCost | null {
  if (candidates.some(({ run, costPer1000 }) => runIds.includes(run.id) && costPer1000?.stated)) return null;
  const [first, second] = runIds.map((id) => models.find(({ run }) => run.id === id)?.evidence.outcomes);
  if (first === undefined || second === undefined) return null;
  const difference = costDifference(first, second);
  return difference && { ...difference, correlation: costCorrelation(first, second) };
}

/** Stated costs have no interval: they are compared as they are. */
function nextCostOf(models: readonly ModelEvidence[], cheapest: Candidate, next: Candidate): NextCost | null {
  if (cheapest.costPer1000?.stated || next.costPer1000?.stated) return null;
  const [dearer, cheaper] = [next, cheapest].map((one) => models.find(({ run }) => run.id === one.run.id));
  if (dearer === undefined || cheaper === undefined) return null;
  const difference = costDifference(dearer.evidence.outcomes, cheaper.evidence.outcomes);
  return difference && { name: next.model.name, ...difference };
}
