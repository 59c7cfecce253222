import { type RecordedAttempt, recordedRun } from "#lib/comparisons/testing/recorded-run.ts";
import type { Context } from "#lib/context/context.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { newId } from "#lib/ids/new-id.ts";
import { echoCases, publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { serverModel } from "#lib/testing/factories/server-model.ts";

export type MeasuredDataset = {
  datasetId: string;
  datasetVersionId: string;
  /** Records a finished run in which the first `passes` cases passed and the others ended so. */
  run(passes: number, rest?: RecordedAttempt["verdict"]): Promise<{ id: string; number: number }>;
  /** The same as `run`, judged by another grader. */
  runGradedDifferently(passes: number): Promise<{ id: string; number: number }>;
  runUnderWay(): Promise<{ id: string; number: number }>;
};

/** A dataset of so many cases, and runs on it whose verdicts are given. */
export async function measuredDataset(ctx: Context, count = 20): Promise<MeasuredDataset> {
  const cases = echoCases(count);
  const { datasetId, versionId: datasetVersionId } = await publishedDataset(ctx, cases);
  const model = await serverModel(ctx, { baseUrl: "http://127.0.0.1:9/v1" });
  const grader = await createGrader(ctx, { name: `Exact ${newId()}`, kind: "exact-match" });
  const pins = { datasetVersionId, modelVersionId: model.versionId, graderVersionIds: [grader.versionId] };
  const attempts = (passes: number, rest: RecordedAttempt["verdict"]) =>
    Object.fromEntries(cases.map(({ key }, at) => [key, at < passes ? ("passed" as const) : rest]));
  return {
    datasetId,
    datasetVersionId,
    run: async (passes, rest = "failed") =>
      await recordedRun(ctx, { ...pins, attempts: attempts(passes, rest) }),
    runGradedDifferently: async (passes) => {
      const other = await createGrader(ctx, { name: `Other ${newId()}`, kind: "exact-match" });
      const graderVersionIds = [other.versionId];
      return await recordedRun(ctx, { ...pins, graderVersionIds, attempts: attempts(passes, "failed") });
    },
    runUnderWay: async () =>
      await recordedRun(ctx, { ...pins, attempts: attempts(1, "failed"), state: "running" }),
  };
}
