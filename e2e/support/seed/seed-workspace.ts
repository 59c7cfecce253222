import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { archiveConnection } from "#lib/models/connections/archive-connection.ts";
import { createConnection } from "#lib/models/connections/create-connection.ts";
import { createSchedule } from "#lib/schedules/create-schedule.ts";
import { startedRun } from "#lib/testing/factories/started-run.ts";
import { startFakeModelServer } from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { uniqueName } from "../dataset-pages.ts";
import { waitForRuns } from "../wait-for-runs.ts";
import { ownDecision } from "./own-decision.ts";
import { ownerContext } from "./owner-context.ts";
import { withVerbs } from "./with-verbs.ts";

/** What an address can name. */
export type NamedThings = {
  datasetId: string;
  caseKey: string;
  modelId: string;
  connectionId: string;
  graderId: string;
  scheduleId: string;
  decisionId: string;
  runIds: readonly [string, string];
};

/** Texts that stand in the things of a workspace and nowhere else. */
export type SeededWorkspace = NamedThings & { texts: readonly string[] };

/** A workspace of other people, with a dataset, a model, a grader, a connection and two finished runs. */
export async function seedOtherWorkspace(): Promise<SeededWorkspace> {
  const server = await startFakeModelServer();
  const marker = uniqueName("only for our eyes");
  const caseKey = "case-of-others";
  const cases = [{ key: caseKey, input: { text: marker }, expected: `not ${marker}` }];
  try {
    const seeded = await withVerbs(async () => {
      const { ctx } = await createTestWorkspace();
      const first = await startedRun(ctx, { cases, baseUrl: server.baseUrl });
      const second = await startedRun(ctx, { cases, baseUrl: server.baseUrl });
      const { graderId } = await db().graderVersion.findUniqueOrThrow({
        where: { id: first.graderVersionId },
      });
      const scheduleId = await yearlySchedule(ctx, first);
      const runIds = [first.runId, second.runId] as const;
      return { ...first, graderId, scheduleId, runIds, ctx, names: await namesIn(ctx) };
    });
    await waitForRuns();
    const { datasetId, modelId, connectionId, graderId, scheduleId, runIds, names, ctx } = seeded;
    const decisionId = await withVerbs(
      async () => await ownDecision(ctx, { datasetId, runIds: [seeded.runId], question: marker }),
    );
    const texts = [marker, ...names];
    return { datasetId, caseKey, modelId, connectionId, graderId, scheduleId, decisionId, runIds, texts };
  } finally {
    await server.close();
  }
}

/** So seldom that it starts nothing while a test runs. */
async function yearlySchedule(ctx: Context, run: { datasetId: string; modelId: string }): Promise<string> {
  const { id } = await createSchedule(ctx, {
    name: uniqueName("Every new year"),
    datasetId: run.datasetId,
    modelIds: [run.modelId],
    cron: "0 0 1 1 *",
    timeZone: "UTC",
  });
  return id;
}

async function namesIn(ctx: Context): Promise<string[]> {
  const where = { workspaceId: ctx.workspaceId };
  const select = { name: true };
  const named = await Promise.all([
    db().dataset.findMany({ where, select }),
    db().model.findMany({ where, select }),
    db().grader.findMany({ where, select }),
    db().connection.findMany({ where, select }),
    db().schedule.findMany({ where, select }),
  ]);
  return named.flat().map(({ name }) => name);
}

/** Things of the sample workspace, which the owner of the installation may see, and an archived connection beside them. */
export async function thingsOfOwner(): Promise<NamedThings> {
  await waitForRuns();
  return await withVerbs(async () => {
    const [first, second] = await db().run.findMany({
      where: { state: "finished", dataset: { name: "Support tickets" } },
      orderBy: { number: "asc" },
      take: 2,
      select: {
        id: true,
        datasetId: true,
        modelVersion: { select: { modelId: true } },
        graders: { select: { graderVersion: { select: { graderId: true } } } },
        attempts: { take: 1, select: { case: { select: { key: true } } } },
      },
    });
    const graderId = first?.graders[0]?.graderVersion.graderId;
    const caseKey = first?.attempts[0]?.case.key;
    if (first === undefined || second === undefined || graderId === undefined || caseKey === undefined) {
      throw new Error("The sample workspace has no two finished runs of Support tickets.");
    }
    const ctx = await ownerContext();
    const connection = await createConnection(ctx, {
      name: uniqueName("Own server"),
      baseUrl: "http://127.0.0.1:9/v1",
    });
    await archiveConnection(ctx, { connectionId: connection.id });
    const { datasetId } = first;
    const { modelId } = first.modelVersion;
    return {
      datasetId,
      caseKey,
      modelId,
      connectionId: connection.id,
      graderId,
      scheduleId: await yearlySchedule(ctx, { datasetId, modelId }),
      decisionId: await ownDecision(ctx, {
        datasetId,
        runIds: [first.id, second.id],
        question: uniqueName("Which model for tickets?"),
      }),
      runIds: [first.id, second.id],
    };
  });
}
