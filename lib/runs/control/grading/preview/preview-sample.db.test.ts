import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { finishRun } from "#lib/scorecards/finish-run.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { executeShard } from "../../../execution/execute-shard.ts";
import { judgedRun, passVerdict } from "../../../testing/judged-run.ts";
import { describePreview } from "./describe-preview.ts";
import { previewFlips } from "./preview-flips.ts";
import { previewSample } from "./preview-sample.ts";

let model: FakeModelServer;
let judge: FakeModelServer;
beforeAll(async () => {
  model = await startFakeModelServer();
  judge = await startFakeModelServer();
});
afterAll(async () => {
  await model.close();
  await judge.close();
});

test("a judge tells what it would cost, is asked about 20 answers only, and nothing is stored", async () => {
  const { ctx } = await createTestWorkspace();
  judge.setBehaviour({ kind: "answer", answer: passVerdict });
  const { runId, judgeVersionId } = await judgedRun(ctx, {
    ...{ cases: 25, baseUrl: model.baseUrl },
    judge: { baseUrl: judge.baseUrl },
  });
  await executeShard(ctx, { runId, index: 0 }, newId(), new AbortController().signal);
  await finishRun(ctx, runId);
  const stored = async () => await db().grade.findMany({ where: { runId }, orderBy: { caseId: "asc" } });
  const before = await stored();
  const version = await db().graderVersion.findUniqueOrThrow({ where: { id: judgeVersionId } });
  const { graderId, kind, config, direction, threshold, weight, critical } = version;
  const content = {
    ...{ kind, direction, threshold, weight, critical },
    config: { ...Object(config), instructions: "Be strict." },
  };
  const change = { type: "draft", graderId, content } as const;

  const plan = await describePreview(ctx, { runId, change });
  expect(plan).toMatchObject({ answers: 25, sampleSize: 20, scans: false });
  expect(plan.graders).toMatchObject([{ execution: "remote", callsPerAnswer: 1 }]);
  expect(plan.graders[0]?.meanMicroUsd).toBeGreaterThan(0);
  const asked = judge.requests();
  expect(await previewFlips(ctx, { runId, change, after: null })).toMatchObject({
    ...{ looked: 25, flips: [], attempts: { same: 25 } },
  });
  expect(judge.requests()).toBe(asked);

  judge.setBehaviour({ kind: "answer", answer: passVerdict.replace("true", "false") });
  const sample = await previewSample(ctx, { runId, change });
  expect(judge.requests() - asked).toBe(20);
  expect(sample).toMatchObject({ looked: 20, attempts: { passedToFailed: 20 } });
  expect(sample.graders).toMatchObject([{ graderId, counts: { passedToFailed: 20 } }]);
  expect(sample.costMicroUsd).toBeGreaterThan(0);
  expect(await stored()).toEqual(before);
});
