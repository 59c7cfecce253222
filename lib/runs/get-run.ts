import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { verdictRuleSchema } from "#lib/graders/verdict/verdict-rule-schema.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { modelVersionSelect, toModelVersion } from "#lib/models/versions/model-version.ts";
import { actorNames } from "#lib/workspaces/actor-names.ts";
import { noSuchRun } from "./no-such-run.ts";

export const getRunInput = z.object({ runId: idSchema });
export type GetRunInput = z.input<typeof getRunInput>;

const runSelect = {
  id: true,
  number: true,
  state: true,
  stateReason: true,
  planned: true,
  splits: true,
  repetitions: true,
  concurrency: true,
  maxTries: true,
  useCache: true,
  verdictRule: true,
  createdAt: true,
  createdBy: true,
  startedAt: true,
  finishedAt: true,
  dataset: { select: { id: true, name: true } },
  datasetVersion: { select: { id: true, number: true, caseCount: true } },
  experiment: {
    select: {
      id: true,
      name: true,
      schedule: { select: { id: true, name: true } },
      runs: { select: { id: true, number: true }, orderBy: { number: "asc" }, take: 100 },
    },
  },
  modelVersion: { select: modelVersionSelect },
  graders: {
    orderBy: { position: "asc" },
    select: {
      graderVersion: {
        select: {
          id: true,
          number: true,
          kind: true,
          weight: true,
          critical: true,
          grader: { select: { id: true, name: true } },
        },
      },
    },
  },
} as const satisfies Prisma.RunSelect;

type Found = Prisma.RunGetPayload<{ select: typeof runSelect }>;

/** A run with everything it pins: dataset version, model version and grader versions. */
export type RunDetail = ReturnType<typeof toDetail>;

export async function getRun(ctx: Context, input: GetRunInput): Promise<RunDetail> {
  const { runId } = parseInput(getRunInput, input);
  const found = await db().run.findFirst({
    where: { id: runId, workspaceId: ctx.workspaceId },
    select: runSelect,
  });
  if (found === null) throw noSuchRun();
  return toDetail(found, await actorNames(ctx, [found.createdBy]));
}

function toDetail({ modelVersion, graders, ...run }: Found, nameOf: (actor: string) => string) {
  return {
    ...run,
    createdBy: nameOf(run.createdBy),
    verdictRule: verdictRuleSchema.parse(run.verdictRule),
    model: toModelVersion(modelVersion),
    graders: graders.map(({ graderVersion: { grader, ...version } }) => ({
      versionId: version.id,
      number: version.number,
      kind: version.kind,
      weight: version.weight,
      critical: version.critical,
      graderId: grader.id,
      name: grader.name,
    })),
  };
}
