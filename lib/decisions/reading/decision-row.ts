import type { Prisma } from "#lib/db/generated/client.ts";
import { type Board, boardSchema } from "../board/board-schema.ts";
import { type Contradiction, contradictionsSchema } from "../reopening/contradiction.ts";

export const decisionSelect = {
  id: true,
  number: true,
  question: true,
  asked: true,
  evidence: true,
  chosenRunId: true,
  chosenModelName: true,
  reason: true,
  waiver: true,
  approvedBy: true,
  expiresAt: true,
  reopenedAt: true,
  contradictions: true,
  createdAt: true,
  supersededById: true,
  supersededBy: { select: { id: true, number: true } },
  supersedes: { select: { id: true, number: true }, take: 1, orderBy: { number: "desc" } },
  dataset: { select: { id: true, name: true } },
} as const satisfies Prisma.DecisionSelect;

type Row = Prisma.DecisionGetPayload<{ select: typeof decisionSelect }>;

/** A stored decision with its JSON read. */
export function readRow({
  evidence,
  contradictions,
  ...row
}: Row): Omit<Row, "evidence" | "contradictions"> & { evidence: Board; contradictions: Contradiction[] } {
  return {
    ...row,
    evidence: boardSchema.parse(evidence),
    contradictions: contradictionsSchema.parse(contradictions),
  };
}
