import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { RunPriority, Split } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { CountedGrader } from "#lib/graders/attempt-verdict.ts";
import { type GraderVersionRule, openGrader } from "#lib/graders/open-grader.ts";
import type { GraderServices } from "#lib/graders/services/grader-services.ts";
import { type PinnedPrices, pinnedPricesSchema } from "#lib/graders/services/prices/call-prices.ts";
import type { VerdictRule } from "#lib/graders/verdict/verdict-rule.ts";
import { verdictRuleSchema } from "#lib/graders/verdict/verdict-rule-schema.ts";
import type { Prices } from "#lib/models/cost.ts";
import { getModelVersion } from "#lib/models/get-model-version.ts";
import type { ModelVersion } from "#lib/models/versions/model-version.ts";
import type { RunGrader } from "./grading/grade-answer.ts";

type PlannedGrader = CountedGrader & { versionId: string; rule: GraderVersionRule };

/** Everything that executing a run needs and that its pins have fixed. */
export type RunPlan = {
  runId: string;
  createdAt: Date;
  datasetVersionId: string;
  modelVersion: ModelVersion;
  /** The templates with which a service or a program is asked; null for any other model. */
  askedWith: unknown;
  graders: PlannedGrader[];
  verdictRule: VerdictRule;
  prices: Prices;
  /** Of those whom graders ask. */
  judgePrices: PinnedPrices;
  splits: Split[];
  repetitions: number;
  concurrency: number;
  maxTries: number;
  priority: RunPriority;
  useCache: boolean;
  /** What is stored is graded, and nothing that is missing is asked for. */
  gradingOnly: boolean;
  /** An errored attempt of an earlier round is tried again, an answer of an earlier round is graded again. */
  answerRound: number;
  gradeRound: number;
};

export async function loadRunPlan(ctx: Context, runId: string): Promise<RunPlan> {
  const run = await db().run.findFirst({
    where: { id: runId, workspaceId: ctx.workspaceId },
    select: {
      createdAt: true,
      datasetVersionId: true,
      modelVersionId: true,
      splits: true,
      repetitions: true,
      concurrency: true,
      maxTries: true,
      priority: true,
      useCache: true,
      answerRound: true,
      gradeRound: true,
      gradingOnly: true,
      verdictRule: true,
      priceSource: true,
      inputPrice: true,
      outputPrice: true,
      cachedInputPrice: true,
      judgePrices: true,
      modelVersion: { select: { connection: { select: { kind: true, settings: true } } } },
      graders: { orderBy: { position: "asc" }, select: { graderVersion: true } },
    },
  });
  if (run === null) throw new AppError("not-found", "There is no run with this id in this workspace.");
  const { graders, modelVersionId, priceSource, inputPrice, outputPrice, cachedInputPrice, ...pinned } = run;
  const {
    modelVersion: { connection },
    ...rest
  } = pinned;
  const modelVersion = await getModelVersion(ctx, modelVersionId);
  return {
    runId,
    ...rest,
    verdictRule: verdictRuleSchema.parse(run.verdictRule),
    judgePrices: pinnedPricesSchema.parse(run.judgePrices),
    modelVersion,
    askedWith: connection?.kind === "http" || connection?.kind === "command" ? connection.settings : null,
    // Runs from before prices were pinned have the prices of their model version.
    prices: priceSource === null ? modelVersion : { inputPrice, outputPrice, cachedInputPrice },
    graders: graders.map(({ graderVersion }) => ({
      versionId: graderVersion.id,
      weight: graderVersion.weight,
      critical: graderVersion.critical,
      direction: graderVersion.direction,
      rule: graderVersion,
    })),
  };
}

export function openRunGraders({ graders }: RunPlan, services: GraderServices): RunGrader[] {
  return graders.map(({ rule, ...grader }) => ({ ...grader, grader: openGrader(rule, services) }));
}
