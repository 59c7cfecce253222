import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { noSuchRun } from "#lib/runs/no-such-run.ts";
import { actorNames } from "#lib/workspaces/actor-names.ts";
import type { RuleVerdict } from "../policy/rule-outcome.ts";
import { storedVerdictSchema } from "./stored-result.ts";

const listGateResultsInput = z.object({
  runId: idSchema,
  limit: z.number().int().min(1).max(100).default(20),
});

export type GateResultRow = {
  id: string;
  verdict: RuleVerdict;
  policyNumber: number;
  baselineRunNumber: number | null;
  evaluatedAt: Date;
  evaluatedBy: string;
};

/** Every evaluation of a run, the newest first. */
export async function listGateResults(
  ctx: Context,
  input: z.input<typeof listGateResultsInput>,
): Promise<GateResultRow[]> {
  const { runId, limit } = parseInput(listGateResultsInput, input);
  const run = await db().run.findFirst({
    where: { id: runId, workspaceId: ctx.workspaceId },
    select: {
      gateResults: {
        orderBy: [{ evaluatedAt: "desc" }, { id: "desc" }],
        take: limit,
        select: {
          id: true,
          verdict: true,
          evaluatedAt: true,
          evaluatedBy: true,
          policyVersion: { select: { number: true } },
          baseline: { select: { run: { select: { number: true } } } },
        },
      },
    },
  });
  if (run === null) throw noSuchRun();
  const nameOf = await actorNames(
    ctx,
    run.gateResults.map(({ evaluatedBy }) => evaluatedBy),
  );
  return run.gateResults.map(({ policyVersion, baseline, ...row }) => ({
    ...row,
    verdict: storedVerdictSchema.parse(row.verdict),
    policyNumber: policyVersion.number,
    baselineRunNumber: baseline?.run.number ?? null,
    evaluatedBy: nameOf(row.evaluatedBy),
  }));
}
