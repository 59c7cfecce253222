import type { Prices } from "#lib/models/cost.ts";

/** What proposing looks at of one case. */
export type CaseSample = { input: unknown; expected: unknown; metadata: Record<string, unknown> };

/** The model that judging graders are proposed with, at today's price. */
export type ProposedJudge = { modelVersionId: string; name: string; prices: Prices };

export type ProposalCost =
  | { type: "free" }
  /** Runs on this machine in a process of its own: no money, some time. */
  | { type: "own-machine" }
  /** Micro-dollars for a thousand answers at the judge's price; null when the price is not known. */
  | { type: "judge"; model: string; microUsdPer1000: number | null };

export type GraderProposal = {
  name: string;
  /** Also tells the proposals of a dataset apart: no kind is proposed twice. */
  kind: string;
  /** What differs from the defaults of the kind. */
  config: Record<string, unknown>;
  /** Null is the default of the kind. */
  threshold: number | null;
  /** With 0 it is recorded and does not decide. */
  weight: number;
  /** Why, in a sentence about this dataset. */
  reason: string;
  /** What it cannot see, in a sentence. */
  blind: string;
  cost: ProposalCost;
};

/** The facts of a dataset that every shape is read from. */
export type DatasetFacts = {
  samples: readonly CaseSample[];
  /** The expected values that there are; of a list of accepted answers, the first. */
  values: readonly unknown[];
  /** The same as text; what is not text is JSON. */
  texts: readonly string[];
  /** Null when nothing that costs money is to be proposed, or no model can judge. */
  judge: ProposedJudge | null;
};

/** Null when the dataset is not of this shape. */
export type ShapeRule = (facts: DatasetFacts) => GraderProposal[] | null;

/** A proposal that decides, with the kind's own threshold, and costs nothing. */
export function freeProposal(
  proposal: Pick<GraderProposal, "name" | "kind" | "reason" | "blind"> & Partial<GraderProposal>,
): GraderProposal {
  return { config: {}, threshold: null, weight: 1, cost: { type: "free" }, ...proposal };
}
