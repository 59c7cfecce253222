import { db } from "#lib/db/database.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { setDatasetGraders } from "#lib/graders/set-dataset-graders.ts";
import type { TestCase } from "#lib/testing/factories/published-dataset.ts";
import { startedRun } from "#lib/testing/factories/started-run.ts";
import { uniqueName } from "../dataset-pages.ts";
import { ownerContext } from "./owner-context.ts";
import { withVerbs } from "./with-verbs.ts";

export type OwnRun = { runId: string; datasetId: string; modelId: string; modelName: string };

/** A run in the owner's workspace of these cases against a server, started without the browser. Its dataset has its grader. */
export async function ownRun(
  cases: readonly TestCase[],
  server: { baseUrl: string },
  maxConcurrency: number,
  repetitions = 1,
): Promise<OwnRun> {
  return await withVerbs(async () => {
    const ctx = await ownerContext();
    const run = await startedRun(ctx, { cases, baseUrl: server.baseUrl, maxConcurrency, repetitions });
    const { graderId } = await db().graderVersion.findUniqueOrThrow({ where: { id: run.graderVersionId } });
    await setDatasetGraders(ctx, { datasetId: run.datasetId, graderIds: [graderId] });
    const model = await db().model.findUniqueOrThrow({ where: { id: run.modelId } });
    return { runId: run.runId, datasetId: run.datasetId, modelId: run.modelId, modelName: model.name };
  });
}

/** A grader that passes only answers with this text. */
export async function ownGrader(text: string): Promise<string> {
  return await withVerbs(async () => {
    const name = uniqueName("Contains it");
    const config = { source: "config", texts: [text], mode: "all", ignoreCase: false };
    await createGrader(await ownerContext(), { name, kind: "contains", config });
    return name;
  });
}
