import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";
import { actorNames } from "#lib/workspaces/actor-names.ts";
import { loadNowFacts } from "../reopening/load-now-facts.ts";
import { type ReopenReason, reopenReasons } from "../reopening/reopen-reasons.ts";
import { decisionSelect, readRow } from "./decision-row.ts";
import { type DecisionState, decisionState } from "./decision-state.ts";

const listDecisionsInput = pageInputSchema.extend({
  cursor: idSchema.nullish(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  datasetId: idSchema.nullish(),
  /** Leaves out what another decision has taken the place of. */
  current: z.boolean().default(false),
});
export type ListDecisionsInput = z.input<typeof listDecisionsInput>;

export type DecisionRow = {
  id: string;
  number: number;
  question: string;
  dataset: { id: string; name: string };
  model: string;
  headline: string;
  waived: boolean;
  approvedBy: string;
  createdAt: Date;
  expiresAt: Date | null;
  state: DecisionState;
  reasons: ReopenReason[];
};

/** Newest first, each with what it is worth now. */
export async function listDecisions(
  ctx: Context,
  input: ListDecisionsInput = {},
): Promise<Page<DecisionRow>> {
  const { cursor, limit, current, datasetId } = parseInput(listDecisionsInput, input);
  const found = await db().decision.findMany({
    where: {
      workspaceId: ctx.workspaceId,
      ...(cursor ? { id: { lt: cursor } } : {}),
      ...(datasetId ? { datasetId } : {}),
      ...(current ? { supersededById: null } : {}),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: decisionSelect,
  });
  const rows = found.map(readRow);
  const [facts, nameOf] = await Promise.all([
    loadNowFacts(
      ctx,
      rows.map(({ evidence }) => evidence),
    ),
    actorNames(
      ctx,
      rows.map(({ approvedBy }) => approvedBy),
    ),
  ]);
  return toPage(
    rows,
    limit,
    ({ id }) => id,
    (row) => {
      const reasons = row.supersededById === null ? reopenReasons(row, facts) : [];
      const { id, number, question, dataset, createdAt, expiresAt } = row;
      return {
        id,
        number,
        question,
        dataset,
        model: row.chosenModelName,
        headline: row.evidence.headline,
        waived: row.waiver !== null,
        approvedBy: nameOf(row.approvedBy),
        createdAt,
        expiresAt,
        state: decisionState(row, reasons.length, ctx.now),
        reasons,
      };
    },
  );
}
