import type { Context } from "#lib/context/context.ts";
import type { Split } from "#lib/datasets/split.ts";
import { db } from "#lib/db/database.ts";
import type { Prisma, RunState } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { VerdictRule } from "#lib/graders/verdict/verdict-rule.ts";
import { verdictRuleSchema } from "#lib/graders/verdict/verdict-rule-schema.ts";

export type ComparedGrader = {
  graderVersionId: string;
  graderId: string;
  name: string;
  number: number;
  weight: number;
  critical: boolean;
  /** Whether a higher or a lower score is better. */
  direction: "higher" | "lower";
};

export type StoredScores = {
  passed: number;
  failed: number;
  unscored: number;
  errored: number;
  passRate: number | null;
  passRateLower: number | null;
  passRateUpper: number | null;
  latencyP50Ms: number | null;
  latencyP95Ms: number | null;
  costMicroUsd: number | null;
  computedAt: Date;
};

/** One side of a comparison: what the run pinned, and its stored scores once it has ended. */
export type ComparedRun = {
  id: string;
  number: number;
  state: RunState;
  planned: number;
  repetitions: number;
  splits: Split[];
  createdAt: Date;
  finishedAt: Date | null;
  dataset: { id: string; name: string; versionId: string; versionNumber: number; isArchived: boolean };
  model: { id: string; name: string; versionId: string; versionNumber: number; isArchived: boolean };
  graders: ComparedGrader[];
  verdictRule: VerdictRule;
  scores: StoredScores | null;
};

const select = {
  id: true,
  number: true,
  state: true,
  planned: true,
  repetitions: true,
  splits: true,
  createdAt: true,
  finishedAt: true,
  verdictRule: true,
  datasetVersion: {
    select: { id: true, number: true, dataset: { select: { id: true, name: true, archivedAt: true } } },
  },
  modelVersion: {
    select: { id: true, number: true, model: { select: { id: true, name: true, archivedAt: true } } },
  },
  graders: {
    orderBy: { position: "asc" },
    select: {
      graderVersion: {
        select: {
          id: true,
          number: true,
          weight: true,
          critical: true,
          direction: true,
          grader: { select: { id: true, name: true } },
        },
      },
    },
  },
  scorecard: {
    select: {
      passed: true,
      failed: true,
      unscored: true,
      errored: true,
      passRate: true,
      passRateLower: true,
      passRateUpper: true,
      latencyP50Ms: true,
      latencyP95Ms: true,
      costMicroUsd: true,
      computedAt: true,
    },
  },
} as const satisfies Prisma.RunSelect;

type Row = Prisma.RunGetPayload<{ select: typeof select }>;

/** The runs in the order of their ids. A missing or foreign one is refused as not found. */
export async function loadComparedRuns(ctx: Context, ids: readonly string[]): Promise<ComparedRun[]> {
  const rows = await db().run.findMany({
    where: { workspaceId: ctx.workspaceId, id: { in: [...ids] } },
    select,
  });
  return ids.map((id) => {
    const row = rows.find((candidate) => candidate.id === id);
    if (row === undefined) {
      throw new AppError("not-found", `There is no run with the id ${id} in this workspace.`);
    }
    return toComparedRun(row);
  });
}

function toComparedRun({ datasetVersion, modelVersion, graders, scorecard, ...run }: Row): ComparedRun {
  return {
    ...run,
    verdictRule: verdictRuleSchema.parse(run.verdictRule),
    dataset: pinned(datasetVersion.dataset, datasetVersion),
    model: pinned(modelVersion.model, modelVersion),
    graders: graders.map(({ graderVersion: { grader, id, ...version } }) => ({
      ...version,
      graderVersionId: id,
      graderId: grader.id,
      name: grader.name,
    })),
    scores:
      scorecard === null
        ? null
        : {
            ...scorecard,
            costMicroUsd: scorecard.costMicroUsd === null ? null : Number(scorecard.costMicroUsd),
          },
  };
}

type Archivable = { id: string; name: string; archivedAt: Date | null };

function pinned({ id, name, archivedAt }: Archivable, version: { id: string; number: number }) {
  return { id, name, versionId: version.id, versionNumber: version.number, isArchived: archivedAt !== null };
}
