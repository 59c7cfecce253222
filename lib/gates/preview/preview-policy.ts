import { z } from "zod";
import { findBaseline } from "#lib/baselines/find-baseline.ts";
import type { Context } from "#lib/context/context.ts";
import { noSuchDataset } from "#lib/datasets/revisions/lock-dataset.ts";
import { db } from "#lib/db/database.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { evaluatePolicy } from "../evaluate/evaluate-policy.ts";
import { policySchema } from "../policy/policy-schema.ts";
import { gateVerdict } from "../policy/rule-outcome.ts";
import { loadEvidence } from "../results/load-evidence.ts";
import type { PreviewedRun } from "./previewed-run.ts";

const previewPolicyInput = z.object({ datasetId: idSchema, policy: policySchema });

const latestRuns = 10;

const recentRuns = {
  where: { state: { in: ["finished" as const, "cancelled" as const] }, scorecard: { isNot: null } },
  orderBy: { number: "desc" as const },
  take: latestRuns,
  select: {
    id: true,
    number: true,
    planned: true,
    finishedAt: true,
    modelVersion: { select: { number: true, model: { select: { name: true } } } },
    graders: {
      where: { graderVersion: { critical: true } },
      select: { graderVersionId: true },
    },
  },
} satisfies Prisma.Dataset$runsArgs;

/** What the latest runs of a dataset would have got from a policy, against the baseline in force; newest first. Stores nothing. */
export async function previewPolicy(
  ctx: Context,
  input: z.input<typeof previewPolicyInput>,
): Promise<PreviewedRun[]> {
  const { datasetId, policy } = parseInput(previewPolicyInput, input);
  const dataset = await db().dataset.findFirst({
    where: { id: datasetId, workspaceId: ctx.workspaceId },
    select: { runs: recentRuns },
  });
  if (dataset === null) throw noSuchDataset();
  const previewed: PreviewedRun[] = [];
  // One after the other: two runs of 100,000 attempts at once would take twice the memory.
  for (const { graders, modelVersion, finishedAt, ...run } of dataset.runs) {
    const baseline = await findBaseline(ctx, { datasetId, forRunId: run.id });
    const criticalGraderVersionIds = graders.map(({ graderVersionId }) => graderVersionId);
    const evidence = await loadEvidence(ctx, { ...run, criticalGraderVersionIds }, baseline?.runId ?? null);
    const rules = evaluatePolicy(policy, evidence);
    previewed.push({
      run: { id: run.id, number: run.number },
      model: `${modelVersion.model.name} v${modelVersion.number}`,
      finishedAt: finishedAt?.toISOString() ?? null,
      verdict: rules.length === 0 ? null : gateVerdict(rules),
      rules,
    });
  }
  return previewed;
}
