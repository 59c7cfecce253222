import { type RecordedAttempt, recordedRun } from "#lib/comparisons/testing/recorded-run.ts";
import { db } from "#lib/db/database.ts";
import { approveBaseline } from "#lib/gates/approve-baseline.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { createModel } from "#lib/models/create-model.ts";
import { publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { uniqueName } from "../dataset-pages.ts";
import { ownerContext } from "./owner-context.ts";
import { withVerbs } from "./with-verbs.ts";

const caseCount = 60;

export type SteppedTrend = {
  dataset: { id: string; name: string };
  modelName: string;
  runs: readonly { id: string; number: number }[];
};

/** Runs of one model, a day apart, that pass so many of 60 cases; odd cases carry one tag, even ones another. */
export async function recordedTrend(passes: readonly number[]): Promise<SteppedTrend> {
  return await withVerbs(async () => {
    const ctx = await ownerContext();
    const keys = Array.from({ length: caseCount }, (_, index) => `c-${index + 1}`);
    const { datasetId, versionId } = await publishedDataset(
      ctx,
      keys.map((key, index) => ({
        key,
        input: { text: key },
        expected: key,
        tags: [index % 2 === 0 ? "odd" : "even"],
      })),
    );
    const grader = await createGrader(ctx, { name: uniqueName("Same text"), kind: "exact-match" });
    const modelName = uniqueName("Recorded");
    const config = { provider: "built_in" as const, builtInKind: "lead-n" };
    const model = await createModel(ctx, { name: modelName, config });
    const runs: { id: string; number: number }[] = [];
    for (const [day, count] of passes.entries()) {
      const attempts = keys.map((key, index): [string, RecordedAttempt] => [
        key,
        { verdict: index < count ? "passed" : "failed", latencyMs: 200 + index + day },
      ]);
      runs.push(
        await recordedRun(ctx, {
          datasetVersionId: versionId,
          modelVersionId: model.versionId,
          graderVersionIds: [grader.versionId],
          attempts: Object.fromEntries(attempts),
          finishedAt: new Date(Date.UTC(2026, 0, day + 1)),
        }),
      );
    }
    const { name } = await db().dataset.findUniqueOrThrow({ where: { id: datasetId } });
    return { dataset: { id: datasetId, name }, modelName, runs };
  });
}

/** Approves a run as the baseline of its dataset. */
export async function acceptRun(datasetId: string, runId: string): Promise<void> {
  await withVerbs(async () => {
    await approveBaseline(await ownerContext(), { datasetId, runId, note: "Good enough to ship" });
  });
}
