import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { callsPerAnswer } from "#lib/graders/registry.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type ChangedGrader, loadPreviewSubject } from "./changed-graders.ts";
import { graderChangeSchema } from "./grader-change.ts";
import { SAMPLE_ANSWERS } from "./preview-sample.ts";
import { countGradedAnswers } from "./read-graded-answers.ts";

const describePreviewInput = z.object({ runId: idSchema, change: graderChangeSchema });
export type DescribePreviewInput = z.input<typeof describePreviewInput>;

export type PreviewedGrader = Pick<
  ChangedGrader,
  "graderId" | "name" | "number" | "newNumber" | "execution"
> & {
  /** Calls for one answer, of a grader that asks somebody. */
  callsPerAnswer: number;
  /** What one answer has cost with the pinned version, on average; null where nobody knows. */
  meanMicroUsd: number | null;
};

export type FlipPlan = {
  runNumber: number;
  graders: PreviewedGrader[];
  /** Graded answers of the run, and how many of them a preview looks at. */
  answers: number;
  lookedAt: number;
  sampleSize: number;
};

/** Beyond this, a preview stops: by then its shares are known to a few tenths of a percent. */
export const MAX_PREVIEWED = 100_000;

/** What a preview of a change would look at, and what the graders that ask somebody would cost. */
export async function describePreview(ctx: Context, input: DescribePreviewInput): Promise<FlipPlan> {
  const { runId, change } = parseInput(describePreviewInput, input);
  const { runNumber, changed } = await loadPreviewSubject(ctx, runId, change);
  const remote = changed.filter(({ execution }) => execution === "remote");
  const [answers, costs] = await Promise.all([
    countGradedAnswers(ctx, runId),
    meanCosts(
      ctx,
      runId,
      remote.map(({ versionId }) => versionId),
    ),
  ]);
  return {
    runNumber,
    graders: changed.map(({ graderId, name, versionId, number, newNumber, execution, rule }) => ({
      ...{ graderId, name, number, newNumber, execution },
      callsPerAnswer: execution === "remote" ? callsPerAnswer(rule) : 0,
      meanMicroUsd: costs.get(versionId) ?? null,
    })),
    answers,
    lookedAt: Math.min(answers, MAX_PREVIEWED),
    sampleSize: Math.min(answers, SAMPLE_ANSWERS),
  };
}

async function meanCosts(
  ctx: Context,
  runId: string,
  versionIds: readonly string[],
): Promise<Map<string, number>> {
  if (versionIds.length === 0) return new Map();
  const rows = await db().grade.groupBy({
    by: ["graderVersionId"],
    where: {
      workspaceId: ctx.workspaceId,
      runId,
      graderVersionId: { in: [...versionIds] },
      costMicroUsd: { not: null },
    },
    _avg: { costMicroUsd: true },
  });
  return new Map(
    rows.flatMap(({ graderVersionId, _avg: { costMicroUsd } }) =>
      costMicroUsd === null ? [] : [[graderVersionId, costMicroUsd] as const],
    ),
  );
}
