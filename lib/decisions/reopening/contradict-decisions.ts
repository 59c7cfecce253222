import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import type { Candidate } from "../board/board-schema.ts";
import { candidateOf } from "../board/candidate-of.ts";
import { loadModels } from "../board/load-models.ts";
import { questionSchema } from "../question/question-schema.ts";
import { decisionSelect, readRow } from "../reading/decision-row.ts";
import { type CostDifference, costDifference } from "../weighing/cost-difference.ts";
import { type Contradiction, contradictionsSchema } from "./contradiction.ts";
import { contradictionOf } from "./contradiction-of.ts";

const contradictDecisionsInput = z.object({ runId: idSchema });

/** More decisions than this on one dataset are not looked at: nobody keeps so many in force. */
const mostDecisions = 50;

type Row = ReturnType<typeof readRow>;

/**
 * Holds an ended run against the decisions in force on its dataset, and notes it in those that it contradicts, which re-opens them.
 * Doing it again changes nothing. Returns how many it re-opened or found re-opened by this run.
 */
export async function contradictDecisions(
  ctx: Context,
  input: z.input<typeof contradictDecisionsInput>,
): Promise<number> {
  requireRole(ctx, "editor", "hold a run against decisions");
  const { runId } = parseInput(contradictDecisionsInput, input);
  const run = await db().run.findFirst({
    where: { id: runId, workspaceId: ctx.workspaceId, state: "finished" },
    select: { datasetId: true },
  });
  if (run === null) return 0;
  const found = await db().decision.findMany({
    where: { workspaceId: ctx.workspaceId, datasetId: run.datasetId, supersededById: null },
    orderBy: { number: "desc" },
    take: mostDecisions,
    select: decisionSelect,
  });
  let count = 0;
  for (const row of found.map(readRow)) {
    // A run that the decision has weighed itself cannot speak against it.
    if (row.evidence.candidates.some((one) => one.run.id === runId)) continue;
    const contradiction = await weighAgainst(ctx, row, runId);
    const isKnown = row.contradictions.some((one) => one.runId === runId);
    if (contradiction !== null || isKnown) await note(ctx, { decisionId: row.id, runId, contradiction });
    if (contradiction !== null) count += 1;
  }
  return count;
}

async function weighAgainst(ctx: Context, row: Row, runId: string): Promise<Contradiction | null> {
  const chosen = row.evidence.candidates.find(({ run }) => run.id === row.chosenRunId);
  if (chosen === undefined) return null;
  const { datasetId, bar, statedCosts } = questionSchema.parse(row.asked);
  const runIds = [chosen.run.id, runId];
  const [before, after] = await loadModels(ctx, { datasetId, runIds, policy: bar.policy });
  if (before === undefined || after === undefined) return null;
  const later = candidateOf(after, bar, statedCosts[after.model.id] ?? null);
  const cost = isStated(chosen, later)
    ? statedDifference(chosen, later)
    : costDifference(after.evidence.outcomes, before.evidence.outcomes);
  return contradictionOf({ chosen, later, cost });
}

function isStated(...models: Candidate[]): boolean {
  return models.some(({ costPer1000 }) => costPer1000?.stated);
}

/** What is stated has no doubt of its own; what is measured keeps its interval. */
function statedDifference(chosen: Candidate, later: Candidate): CostDifference | null {
  const [before, after] = [chosen.costPer1000, later.costPer1000];
  if (before === null || after === null || before.unknown + after.unknown > 0) return null;
  return {
    difference: after.value - before.value,
    lower: after.lower - before.upper,
    upper: after.upper - before.lower,
    n: Math.max(before.n, after.n),
  };
}

type Note = { decisionId: string; runId: string; contradiction: Contradiction | null };

/**
 * Read and written under a lock: two runs that end at the same moment are both noted. A run that was graded again speaks anew, and when
 * it has nothing to say any more, what it said before goes.
 */
async function note(ctx: Context, { decisionId, runId, contradiction }: Note): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`
      select 1 from decision where id = ${decisionId}::uuid and workspace_id = ${ctx.workspaceId}::uuid
      for no key update`;
    const where = { id: decisionId, workspaceId: ctx.workspaceId };
    const row = await tx.decision.findFirst({ where, select: { contradictions: true, reopenedAt: true } });
    if (row === null) return;
    const known = contradictionsSchema.parse(row.contradictions);
    const former = known.find((one) => one.runId === runId);
    if (former?.sentence === contradiction?.sentence) return;
    const contradictions = known.filter((one) => one !== former).concat(contradiction ?? []);
    const reopenedAt = contradictions.length === 0 ? null : (row.reopenedAt ?? ctx.now);
    await tx.decision.update({ where, data: { contradictions, reopenedAt } });
    await writeAudit(tx, ctx, {
      action: contradiction === null ? "decision.no-longer-contradicted" : "decision.reopen",
      subjectType: "decision",
      subjectId: decisionId,
      detail: { runId, ...(contradiction !== null && { kind: contradiction.kind }) },
    });
  });
}
