import { beforeAll, expect, test } from "vitest";
import { serverModel } from "#lib/testing/factories/server-model.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { createGrader } from "../create-grader.ts";
import { listDatasetGraders } from "../list-dataset-graders.ts";
import { setDatasetGraders } from "../set-dataset-graders.ts";
import { createTestDataset } from "../testing/create-test-dataset.ts";
import { adoptProposedGraders } from "./adopt-proposed-graders.ts";
import { loadGraderProposals } from "./load-grader-proposals.ts";

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await createTestWorkspace();
});

test("adopts the proposed graders once, also after two clicks", async () => {
  const { ctx } = workspace;
  const { id: datasetId } = await createTestDataset(ctx, "Routing", [
    "billing",
    "bug",
    "bug",
    "billing",
    "login",
    "bug",
  ]);
  const clicks = await Promise.allSettled([
    adoptProposedGraders(ctx, { datasetId }),
    adoptProposedGraders(ctx, { datasetId }),
  ]);
  expect(clicks.map((click) => click.status).sort()).toEqual(["fulfilled", "rejected"]);
  const graders = await listDatasetGraders(ctx, { datasetId });
  expect(graders).toMatchObject([{ name: "Exact match", kind: "exact-match" }]);
  const { id: second } = await createTestDataset(ctx, "Routing again", ["bug", "bug", "bug"]);
  await adoptProposedGraders(ctx, { datasetId: second });
  expect(await listDatasetGraders(ctx, { datasetId: second })).toMatchObject([
    { name: "Exact match, Routing again" },
  ]);
});

test("adopting refuses a dataset without expected values, another workspace, and missing permission", async () => {
  const { ctx, otherCtx, ctxWithRole } = workspace;
  const { id: datasetId } = await createTestDataset(ctx, "Empty");
  await expect(adoptProposedGraders(ctx, { datasetId })).rejects.toMatchObject({ code: "conflict" });
  await expect(adoptProposedGraders(otherCtx, { datasetId })).rejects.toMatchObject({ code: "not-found" });
  await expect(adoptProposedGraders(ctxWithRole("viewer"), { datasetId })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("a proposal is adopted alone, behind the graders that there are, and not twice", async () => {
  const { ctx } = workspace;
  const { id: datasetId } = await createTestDataset(ctx, "Names", [
    "Ada Lovelace",
    "Blaise Pascal",
    "Carl Gauss",
  ]);
  const { id } = await createGrader(ctx, { name: "Overlap", kind: "token-f1" });
  await setDatasetGraders(ctx, { datasetId, graderIds: [id] });
  const adopt = async (kind: string) => await adoptProposedGraders(ctx, { datasetId, kinds: [kind] });
  await adopt("quasi-exact");
  const kindsOf = async () => (await listDatasetGraders(ctx, { datasetId })).map((grader) => grader.kind);
  expect(await kindsOf()).toEqual(["token-f1", "quasi-exact"]);
  await expect(adopt("quasi-exact")).rejects.toThrow("has graders already");
  await expect(adopt("numeric")).rejects.toThrow("not proposed any more");
  expect(await kindsOf()).toEqual(["token-f1", "quasi-exact"]);
});

test("a judge is proposed with the newest model of a connection, at its price, and never unasked", async () => {
  const { ctx, otherCtx } = await createTestWorkspace();
  const sentence = "The new export keeps every column, and it no longer stops at ten thousand rows at all.";
  const { id: datasetId } = await createTestDataset(ctx, "Notes", [sentence, `${sentence} ${sentence}`]);
  const kindsOf = async (cost: "free" | "paid") =>
    (await loadGraderProposals(ctx, { datasetId, cost })).map(({ kind, weight }) => [kind, weight]);
  await serverModel(otherCtx, { baseUrl: "http://127.0.0.1:9/v1" });
  expect(await kindsOf("paid")).toEqual([
    ["rouge-l", 1],
    ["chrf", 0],
  ]);
  const model = await serverModel(ctx, { baseUrl: "http://127.0.0.1:9/v1" });
  const paid = await loadGraderProposals(ctx, { datasetId, cost: "paid" });
  expect(paid.at(-1)).toMatchObject({
    kind: "judge-rubric",
    config: { judges: [model.versionId] },
    cost: { type: "judge", microUsdPer1000: expect.any(Number) },
  });
  expect(await kindsOf("free")).toEqual([
    ["rouge-l", 1],
    ["chrf", 0],
  ]);
  await adoptProposedGraders(ctx, { datasetId, kinds: paid.map(({ kind }) => kind) });
  expect(await listDatasetGraders(ctx, { datasetId })).toMatchObject([
    { kind: "rouge-l", weight: 0 },
    { kind: "chrf", weight: 0 },
    { kind: "judge-rubric", weight: 1 },
  ]);
});
