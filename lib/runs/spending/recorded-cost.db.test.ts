import { expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { parseCsv } from "#lib/formats/csv/parse-csv.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { newId } from "#lib/ids/new-id.ts";
import { importRecordedAnswers } from "#lib/models/recorded/import-recorded-answers.ts";
import { findScorecard } from "#lib/scorecards/find-scorecard.ts";
import { finishRun } from "#lib/scorecards/finish-run.ts";
import { publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { executeShard } from "../execution/execute-shard.ts";
import { startRuns } from "../start-runs.ts";
import { getBill } from "./get-bill.ts";

async function* textOf(text: string) {
  yield text;
}

test("recorded answers have the cost that they were recorded with, and nothing is paid for them again", async () => {
  const { ctx } = await createTestWorkspace();
  const { versionId } = await publishedDataset(ctx, [
    { key: "a", input: { text: "x" }, expected: "yes" },
    { key: "b", input: { text: "y" }, expected: "yes" },
  ]);
  const { model } = await importRecordedAnswers(
    ctx,
    { name: `Recorded ${newId()}`, format: "csv", onRejected: "stop" },
    { rows: parseCsv(textOf("key,output,cost_usd\na,yes,0.0015\nb,no,\n")) },
  );
  const grader = await createGrader(ctx, { name: `Exact ${newId()}`, kind: "exact-match" });
  const { runIds } = await startRuns(ctx, {
    requestKey: newId(),
    datasetVersionId: versionId,
    modelVersionIds: [model?.versionId ?? ""],
    graderVersionIds: [grader.versionId],
  });
  const [runId = ""] = runIds;
  await executeShard(ctx, { runId, index: 0 }, newId(), new AbortController().signal);
  await finishRun(ctx, runId);

  const found = await findScorecard(ctx, runId);
  expect(found).toMatchObject({
    cost: { knownMicroUsd: 1_500, known: 1, unknown: 1 },
    bill: { paidMicroUsd: 0, paid: 0, savedMicroUsd: 0, fromCache: 0, unknown: 0 },
  });
  expect(await getBill(ctx, { runId })).toMatchObject({ paidMicroUsd: 0, savedMicroUsd: 0, costUnknown: 0 });
  expect(await db().workspaceSpending.count({ where: { workspaceId: ctx.workspaceId } })).toBe(0);
});
