import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { sameVerdictRule } from "#lib/graders/verdict/verdict-rule.ts";
import { verdictRuleSchema } from "#lib/graders/verdict/verdict-rule-schema.ts";
import { changedQuestions } from "#lib/outcomes/changed-questions.ts";
import { loadRunOutcomes } from "#lib/outcomes/load-run-outcomes.ts";
import { loadVersionCases } from "#lib/outcomes/load-version-cases.ts";
import { noSuchRun } from "#lib/runs/no-such-run.ts";
import type { Evidence, RunEvidence } from "../evaluate/evidence.ts";

export type MeasuredRun = { id: string; planned: number; criticalGraderVersionIds: readonly string[] };

/** What the gate is evaluated on: the run's outcomes and cases, and those of the baseline run. */
export async function loadEvidence(
  ctx: Context,
  run: MeasuredRun,
  baselineRunId: string | null,
): Promise<Evidence> {
  const own = await loadRun(ctx, run.id);
  const { planned, criticalGraderVersionIds } = run;
  if (baselineRunId === null) return { ...own, baseline: null, planned, criticalGraderVersionIds };
  const other = await loadRun(ctx, baselineRunId);
  const changed = await changedQuestions(ctx, other.version, own.version);
  const gradedAlike = await areGradedAlike(ctx, run.id, baselineRunId);
  return { ...own, baseline: { ...other, changed, gradedAlike }, planned, criticalGraderVersionIds };
}

async function loadRun(ctx: Context, runId: string): Promise<RunEvidence> {
  const [outcomes] = await loadRunOutcomes(ctx, [runId]);
  if (outcomes === undefined) throw noSuchRun();
  return { outcomes, version: await loadVersionCases(ctx, outcomes.datasetVersionId) };
}

/** Whether the same graders that count, by the same rule, made the verdicts of both runs. */
async function areGradedAlike(ctx: Context, runId: string, otherRunId: string): Promise<boolean> {
  const gradings = await db().run.findMany({
    where: { workspaceId: ctx.workspaceId, id: { in: [runId, otherRunId] } },
    select: {
      verdictRule: true,
      graders: { select: { graderVersionId: true, graderVersion: { select: { weight: true } } } },
    },
  });
  const [one, other] = gradings.map(({ verdictRule, graders }) => ({
    rule: verdictRuleSchema.parse(verdictRule),
    counting: graders
      .filter(({ graderVersion }) => graderVersion.weight > 0)
      .map(({ graderVersionId }) => graderVersionId)
      .sort()
      .join(),
  }));
  if (one === undefined || other === undefined) throw noSuchRun();
  return one.counting === other.counting && sameVerdictRule(one.rule, other.rule);
}
