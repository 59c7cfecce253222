import { z } from "zod";
import { findBaseline } from "#lib/baselines/find-baseline.ts";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { findPolicy } from "../policy/find-policy.ts";
import { exitCodeOf, type GateReport } from "./gate-report.ts";
import { findMeasurableRun } from "./measurable-run.ts";
import { storedRulesSchema, storedVerdictSchema } from "./stored-result.ts";

const getGateInput = z.object({ runId: idSchema });

const resultSelect = {
  verdict: true,
  rules: true,
  evaluatedAt: true,
  scorecardAt: true,
  policyVersionId: true,
  baselineId: true,
  policyVersion: { select: { number: true } },
  baseline: { select: { runId: true, run: { select: { number: true } } } },
} as const;

/** What the gate says of a run: the newest result, and whether something has changed since. */
export async function getGate(ctx: Context, input: z.input<typeof getGateInput>): Promise<GateReport> {
  const { runId } = parseInput(getGateInput, input);
  const run = await findMeasurableRun(ctx, runId);
  const { id, number, datasetId } = run;
  const [policy, baseline, result] = await Promise.all([
    findPolicy(ctx, datasetId),
    findBaseline(ctx, { datasetId, forRunId: runId }),
    db().gateResult.findFirst({
      where: { workspaceId: ctx.workspaceId, runId },
      orderBy: [{ evaluatedAt: "desc" }, { id: "desc" }],
      select: resultSelect,
    }),
  ]);
  if (run.missing !== null || result === null) {
    return {
      run: { id, number, datasetId },
      verdict: null,
      missing: policy === null ? "no policy" : (run.missing ?? "not evaluated"),
      exitCode: exitCodeOf(null),
      policy: null,
      baseline: null,
      rules: [],
      evaluatedAt: null,
      outdated: null,
    };
  }
  const verdict = storedVerdictSchema.parse(result.verdict);
  return {
    run: { id, number, datasetId },
    verdict,
    missing: null,
    exitCode: exitCodeOf(verdict),
    policy: result.policyVersion,
    baseline: result.baseline && { runId: result.baseline.runId, runNumber: result.baseline.run.number },
    rules: storedRulesSchema.parse(result.rules),
    evaluatedAt: result.evaluatedAt,
    outdated:
      run.scorecardAt?.getTime() !== result.scorecardAt.getTime() ||
      (baseline?.scorecardAt ?? result.evaluatedAt) > result.evaluatedAt
        ? "grades"
        : policy?.id !== result.policyVersionId
          ? "policy"
          : (baseline?.id ?? null) !== result.baselineId
            ? "baseline"
            : null,
  };
}
