import { appendFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { startedRun } from "#lib/testing/factories/started-run.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { getRunProgress } from "../../get-run-progress.ts";
import { answeredAttempt } from "../../testing/answered-attempt.ts";
import { executeShard } from "../execute-shard.ts";
import { attemptRow } from "../storing/attempt-row.ts";
import { openSpool } from "./open-spool.ts";
import { recoverLeftSpools } from "./recover-spools.ts";
import { spoolFileName, spoolFolder } from "./spool-file.ts";

let server: FakeModelServer;
let ctx: Context;
const never = new AbortController().signal;

beforeAll(async () => {
  server = await startFakeModelServer();
});
afterAll(async () => await server.close());
beforeEach(async () => {
  ({ ctx } = await createTestWorkspace());
});

/** A run of two cases, the first of which was answered by a worker that was killed before the database had the answer. */
async function withUnstoredAnswer({ shardState }: { shardState: "running" | "pending" }) {
  const { runId } = await startedRun(ctx, { cases: echoCases(2), baseUrl: server.baseUrl });
  const revision = await db().caseRevision.findFirstOrThrow({
    where: { workspaceId: ctx.workspaceId, key: "c-0001" },
  });
  const header = { workspaceId: ctx.workspaceId, runId, index: 0, workerId: newId(), answerRound: 0 };
  const path = join(spoolFolder(), spoolFileName(header));
  const answered = answeredAttempt(revision.caseId, revision.id, "text of c-0001");
  expect(await openSpool(header)?.keep(attemptRow(answered, 0))).toBe(true);
  // The kill came in the middle of the next line.
  appendFileSync(path, '["0198');
  await db().runShard.update({
    where: { runId_index: { runId, index: 0 } },
    data: { state: shardState, workerId: header.workerId, leaseExpiresAt: new Date(0) },
  });
  return { runId, path };
}

test("whoever takes over a shard stores what the killed worker had kept, and asks only for the rest", async () => {
  const { runId, path } = await withUnstoredAnswer({ shardState: "running" });
  const before = server.requests();
  expect(await executeShard(ctx, { runId, index: 0 }, newId(), never)).toBe("done");
  expect(server.requests() - before).toBe(1);
  expect(await getRunProgress(ctx, runId)).toMatchObject({ answered: 2, passed: 2, done: 2 });
  expect(existsSync(path)).toBe(false);
});

test("a worker that starts stores what is left of shards that nobody works on, and leaves alone what somebody does", async () => {
  const left = await withUnstoredAnswer({ shardState: "pending" });
  const atWork = await withUnstoredAnswer({ shardState: "running" });
  await recoverLeftSpools((workspaceId) => ({ ...ctx, workspaceId }));
  expect(await getRunProgress(ctx, left.runId)).toMatchObject({ answered: 1 });
  expect(await getRunProgress(ctx, atWork.runId)).toMatchObject({ answered: 0 });
  expect([existsSync(left.path), existsSync(atWork.path)]).toEqual([false, true]);
});

test("what was stored already is not stored or counted again", async () => {
  const { runId } = await withUnstoredAnswer({ shardState: "running" });
  await executeShard(ctx, { runId, index: 0 }, newId(), never);
  const again = { workspaceId: ctx.workspaceId, runId, index: 0, workerId: newId(), answerRound: 0 };
  const { caseId, caseRevisionId } = await db().attempt.findFirstOrThrow({ where: { runId } });
  await openSpool(again)?.keep(attemptRow(answeredAttempt(caseId, caseRevisionId, "another"), 0));
  await recoverLeftSpools(() => ctx);
  expect(await getRunProgress(ctx, runId)).toMatchObject({ answered: 2, done: 2 });
  expect(await db().attempt.count({ where: { runId, output: "another" } })).toBe(0);
});

test("rows of one turn are written together, each on its line, and none after the end", async () => {
  const header = {
    workspaceId: ctx.workspaceId,
    runId: newId(),
    index: 0,
    workerId: newId(),
    answerRound: 0,
  };
  const spool = openSpool(header);
  const rows = ["one\nline", "two", "three"].map((text) =>
    attemptRow(answeredAttempt(newId(), newId(), text), 0),
  );
  expect(await Promise.all(rows.map((row) => spool?.keep(row)))).toEqual([true, true, true]);
  const path = join(spoolFolder(), spoolFileName(header));
  const [, ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual(rows);
  spool?.close();
  expect(await spool?.keep(rows[0] ?? [])).toBe(false);
  spool?.remove();
});

test("nothing is left on the disk after a run", async () => {
  const { runId } = await startedRun(ctx, { cases: echoCases(20), baseUrl: server.baseUrl });
  await executeShard(ctx, { runId, index: 0 }, newId(), never);
  expect(readdirSync(spoolFolder()).filter((name) => name.startsWith(runId))).toEqual([]);
});
