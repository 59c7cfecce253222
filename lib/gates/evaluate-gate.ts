import { z } from "zod";
import { findBaseline } from "#lib/baselines/find-baseline.ts";
import { actorId, type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { newId } from "#lib/ids/new-id.ts";
import { lockRun } from "#lib/runs/execution/shard/complete-shard.ts";
import { evaluatePolicy } from "./evaluate/evaluate-policy.ts";
import { findPolicy } from "./policy/find-policy.ts";
import { gateVerdict, type RuleVerdict } from "./policy/rule-outcome.ts";
import { loadEvidence } from "./results/load-evidence.ts";
import { findMeasurableRun } from "./results/measurable-run.ts";
import { storedVerdictSchema } from "./results/stored-result.ts";

const evaluateGateInput = z.object({ runId: idSchema });

/**
 * Measures an ended run by the policy and the baseline in force, and keeps the result. Doing it again with the same policy, baseline
 * and grades changes nothing. Null without a policy, and while the run is under way: its end does this anew.
 */
export async function evaluateGate(
  ctx: Context,
  input: z.input<typeof evaluateGateInput>,
): Promise<RuleVerdict | null> {
  requireRole(ctx, "editor", "evaluate the gate of a run");
  const { runId } = parseInput(evaluateGateInput, input);
  const run = await findMeasurableRun(ctx, runId);
  const policy = await findPolicy(ctx, run.datasetId);
  const { scorecardAt } = run;
  if (policy === null || run.missing !== null || scorecardAt === null) return null;
  const baseline = await findBaseline(ctx, { datasetId: run.datasetId, forRunId: runId });
  const measuredBy = { policyVersionId: policy.id, baselineId: baseline?.id ?? null, scorecardAt };
  const where = { workspaceId: ctx.workspaceId, runId, ...measuredBy };
  // A baseline that was graded again since is another one.
  const stillTrue = { ...where, evaluatedAt: { gte: baseline?.scorecardAt ?? new Date(0) } };
  const known = await db().gateResult.findFirst({ where: stillTrue, select: { verdict: true } });
  if (known !== null) return storedVerdictSchema.parse(known.verdict);

  const evidence = await loadEvidence(ctx, run, baseline?.runId ?? null);
  const rules = evaluatePolicy(policy.policy, evidence);
  const verdict = gateVerdict(rules);
  return await db().$transaction(async (tx) => {
    // Two at once would each see no result; and a grading that began meanwhile makes this one worthless.
    await lockRun(tx, runId);
    const now = await findMeasurableRun(ctx, runId, tx);
    if (now.missing !== null || now.scorecardAt?.getTime() !== scorecardAt.getTime()) return null;
    if ((await tx.gateResult.count({ where: stillTrue })) > 0) return verdict;
    const id = newId();
    await tx.gateResult.create({ data: { id, ...where, verdict, rules, evaluatedBy: actorId(ctx) } });
    await writeAudit(tx, ctx, {
      action: "gate.evaluate",
      subjectType: "run",
      subjectId: runId,
      detail: {
        gateResultId: id,
        verdict,
        policyVersion: policy.number,
        baselineRunId: baseline?.runId ?? null,
      },
    });
    return verdict;
  });
}
