import type { CostFigure, LatencyFigure } from "../board/board-schema.ts";

export type Weighed = {
  runId: string;
  name: string;
  costPer1000: Pick<CostFigure, "value" | "unknown"> | null;
  latencyP95Ms: Pick<LatencyFigure, "value"> | null;
};

/** What the paired test says of the quality of the first model against the second. */
export type QualityVerdict = "better" | "no worse" | "worse" | "cannot tell";

/**
 * The name of a model that makes this one needless: proven no worse on quality, not dearer, not slower, and ahead in at least one of
 * the three. Nothing is dominated on a cost or latency that is unknown. Two models never dominate each other.
 */
export function dominatorOf(
  model: Weighed,
  others: readonly Weighed[],
  quality: (first: string, second: string) => QualityVerdict,
): string | null {
  const dominator = others.find((other) => other.runId !== model.runId && dominates(other, model, quality));
  return dominator?.name ?? null;
}

function dominates(
  one: Weighed,
  other: Weighed,
  quality: (first: string, second: string) => QualityVerdict,
): boolean {
  const cost = [knownCost(one), knownCost(other)] as const;
  const latency = [one.latencyP95Ms?.value ?? null, other.latencyP95Ms?.value ?? null] as const;
  if (!isNoMore(cost) || !isNoMore(latency)) return false;
  const verdict = quality(one.runId, other.runId);
  if (verdict !== "better" && verdict !== "no worse") return false;
  return verdict === "better" || isLess(cost) || isLess(latency);
}

function knownCost({ costPer1000 }: Weighed): number | null {
  return costPer1000 === null || costPer1000.unknown > 0 ? null : costPer1000.value;
}

type Two = readonly [number | null, number | null];

function isNoMore([one, other]: Two): boolean {
  return one !== null && other !== null && one <= other;
}

function isLess([one, other]: Two): boolean {
  return one !== null && other !== null && one < other;
}
