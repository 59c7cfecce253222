import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { RuleVerdict } from "../policy/rule-outcome.ts";
import { storedVerdictSchema } from "./stored-result.ts";

/** The newest verdict of each of these runs that has one, by run id: for the marks of a list. */
export async function gateVerdicts(
  ctx: Context,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, RuleVerdict>> {
  if (runIds.length === 0) return new Map();
  const rows = await db().gateResult.findMany({
    where: { workspaceId: ctx.workspaceId, runId: { in: [...runIds] } },
    distinct: ["runId"],
    orderBy: [{ runId: "asc" }, { evaluatedAt: "desc" }, { id: "desc" }],
    select: { runId: true, verdict: true },
  });
  return new Map(rows.map(({ runId, verdict }) => [runId, storedVerdictSchema.parse(verdict)]));
}
