import type { Context } from "#lib/context/context.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { newId } from "#lib/ids/new-id.ts";
import { startRuns } from "#lib/runs/start-runs.ts";
import { publishedDataset, type TestCase } from "./published-dataset.ts";
import { serverModel } from "./server-model.ts";

type Options = {
  cases: readonly TestCase[];
  baseUrl: string;
  apiKey?: string;
  maxConcurrency?: number;
  repetitions?: number;
  /** Graders beside exact match. */
  graderVersionIds?: readonly string[];
};

/** A queued run of these cases against a server, judged by exact match. */
export async function startedRun(ctx: Context, options: Options) {
  return await (await preparedRun(ctx, options)).start();
}

/** The same with its dataset, model and grader made, and not started yet. */
export async function preparedRun(
  ctx: Context,
  { cases, repetitions = 1, graderVersionIds = [], ...server }: Options,
) {
  const { datasetId, versionId } = await publishedDataset(ctx, cases);
  const model = await serverModel(ctx, server);
  const grader = await createGrader(ctx, { name: `Exact ${newId()}`, kind: "exact-match" });
  const start = async () => {
    const startedAt = performance.now();
    const started = await startRuns(ctx, {
      requestKey: newId(),
      datasetVersionId: versionId,
      modelVersionIds: [model.versionId],
      graderVersionIds: [grader.versionId, ...graderVersionIds],
      repetitions,
    });
    const [runId = ""] = started.runIds;
    return {
      runId,
      startedAt,
      datasetId,
      datasetVersionId: versionId,
      graderVersionId: grader.versionId,
      ...model,
    };
  };
  return { start };
}
