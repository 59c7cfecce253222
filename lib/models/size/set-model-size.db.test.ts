import { beforeAll, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { serverModel } from "#lib/testing/factories/server-model.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { getModel } from "../get-model.ts";
import { setModelSize } from "./set-model-size.ts";

let space: TestWorkspace;
let modelId: string;

beforeAll(async () => {
  space = await createTestWorkspace();
  modelId = (await serverModel(space.ctx, { baseUrl: "http://127.0.0.1:9/v1" })).modelId;
});

test("says the size, audited once, and takes it back", async () => {
  const size = { parametersBillion: 46.7, activeParametersBillion: 12.9 };
  await setModelSize(space.ctx, { modelId, ...size });
  await setModelSize(space.ctx, { modelId, ...size });
  expect(await getModel(space.ctx, modelId)).toMatchObject(size);
  await setModelSize(space.ctx, { modelId, parametersBillion: null });
  expect(await getModel(space.ctx, modelId)).toMatchObject({
    parametersBillion: null,
    activeParametersBillion: null,
  });
  const events = await db().auditEvent.count({ where: { subjectId: modelId, action: "model.size" } });
  expect(events).toBe(2);
});

test.each([
  [{ parametersBillion: 0 }, "more than 0"],
  [{ parametersBillion: 8, activeParametersBillion: 9 }, "cannot be more"],
  [{ parametersBillion: null, activeParametersBillion: 9 }, "Enter the total as well"],
])("%j is refused", async (size, message) => {
  await expect(setModelSize(space.ctx, { modelId, ...size })).rejects.toThrow(message);
});

test("refuses another workspace", async () => {
  await expect(setModelSize(space.otherCtx, { modelId, parametersBillion: 8 })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("refuses without permission", async () => {
  const reviewer = space.ctxWithRole("reviewer");
  await expect(setModelSize(reviewer, { modelId, parametersBillion: 8 })).rejects.toMatchObject({
    code: "forbidden",
  });
});
