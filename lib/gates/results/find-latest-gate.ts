import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { RuleVerdict } from "../policy/rule-outcome.ts";
import { storedVerdictSchema } from "./stored-result.ts";

export type LatestGate = { run: { id: string; number: number }; verdict: RuleVerdict };

/** The newest run of a dataset that its gate has measured, or null. */
export async function findLatestGate(ctx: Context, datasetId: string): Promise<LatestGate | null> {
  const run = await db().run.findFirst({
    where: { workspaceId: ctx.workspaceId, datasetId, gateResults: { some: {} } },
    orderBy: { number: "desc" },
    select: {
      id: true,
      number: true,
      gateResults: {
        orderBy: [{ evaluatedAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { verdict: true },
      },
    },
  });
  const [latest] = run?.gateResults ?? [];
  if (run === null || latest === undefined) return null;
  return { run: { id: run.id, number: run.number }, verdict: storedVerdictSchema.parse(latest.verdict) };
}
