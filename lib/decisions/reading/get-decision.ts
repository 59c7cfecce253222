import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { actorNames } from "#lib/workspaces/actor-names.ts";
import type { Board, Candidate } from "../board/board-schema.ts";
import { type Question, questionSchema } from "../question/question-schema.ts";
import { loadNowFacts } from "../reopening/load-now-facts.ts";
import { type ReopenReason, reopenReasons } from "../reopening/reopen-reasons.ts";
import { decisionSelect, readRow } from "./decision-row.ts";
import { type DecisionState, decisionState } from "./decision-state.ts";

type Other = { id: string; number: number };

export type Decision = {
  id: string;
  number: number;
  question: string;
  asked: Question;
  evidence: Board;
  chosen: Candidate;
  reason: string;
  waiver: string | null;
  approvedBy: string;
  createdAt: Date;
  expiresAt: Date | null;
  state: DecisionState;
  /** Why it is re-opened; a superseded decision has none. */
  reasons: ReopenReason[];
  supersededBy: Other | null;
  supersedes: Other | null;
};

/** A decision as it was frozen, and what has changed since. */
export async function getDecision(ctx: Context, decisionId: string): Promise<Decision> {
  const found = await db().decision.findFirst({
    where: { id: decisionId, workspaceId: ctx.workspaceId },
    select: decisionSelect,
  });
  if (found === null) throw new AppError("not-found", "There is no decision with this id in this workspace.");
  const row = readRow(found);
  const [facts, nameOf] = await Promise.all([
    loadNowFacts(ctx, [row.evidence]),
    actorNames(ctx, [row.approvedBy]),
  ]);
  const chosen = row.evidence.candidates.find(({ run }) => run.id === row.chosenRunId);
  if (chosen === undefined) throw new Error(`Decision ${row.id} does not hold its chosen model.`);
  const reasons = row.supersededById === null ? reopenReasons(row, facts) : [];
  const { id, number, question, evidence, reason, waiver, createdAt, expiresAt } = row;
  return {
    id,
    number,
    question,
    asked: questionSchema.parse(row.asked),
    evidence,
    chosen,
    reason,
    waiver,
    approvedBy: nameOf(row.approvedBy),
    createdAt,
    expiresAt,
    state: decisionState(row, reasons.length, ctx.now),
    reasons,
    supersededBy: row.supersededBy,
    supersedes: row.supersedes[0] ?? null,
  };
}
