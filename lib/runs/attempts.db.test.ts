import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import type { AttemptFilterInput } from "./attempts/attempt-filter.ts";
import { exportAttempts } from "./export-attempts.ts";
import { getAttempt } from "./get-attempt.ts";
import { listAttempts } from "./list-attempts.ts";
import { neighbourAttempts } from "./neighbour-attempts.ts";
import { gradedRun, type TestAttempt } from "./testing/graded-run.ts";

/** Four labels, three times each; every third answer is wrong, one is none of the labels, one errored, one was not scored. */
const attempts: TestAttempt[] = [
  {
    key: "k01",
    input: { text: "my card" },
    expected: "card",
    output: "card",
    verdict: "passed",
    latencyMs: 30,
  },
  {
    key: "k02",
    input: { text: "my bill" },
    expected: "bill",
    output: " Card\n",
    verdict: "failed",
    tags: ["hard"],
  },
  {
    key: "k03",
    input: { text: "100% of _it_" },
    expected: "card",
    output: "=1+1",
    verdict: "failed",
    latencyMs: 900,
  },
  {
    key: "k04",
    input: { text: "login please" },
    expected: "bill",
    verdict: "errored",
    errorClass: "transient",
    errorCode: "timeout",
    split: "tuning",
  },
  {
    key: "k05",
    input: { text: "what" },
    expected: "bill",
    output: "bill",
    verdict: "unscored",
    costMicroUsd: null,
  },
  {
    key: "k06",
    input: { text: "my card" },
    expected: "card",
    output: "bill",
    verdict: "failed",
    latencyMs: 5,
  },
];

let workspace: TestWorkspace;
let runId: string;
let graderVersionId: string;

beforeAll(async () => {
  workspace = await createTestWorkspace();
  const run = await gradedRun(workspace.ctx, attempts);
  runId = run.runId;
  graderVersionId = run.graderVersionId;
});

async function keysOf(filter: AttemptFilterInput): Promise<string[]> {
  const page = await listAttempts(workspace.ctx, { runId, ...filter });
  expect(page.total).toBe(page.items.length);
  return page.items.map((row) => row.key);
}

describe("filters", () => {
  test.each<[string, AttemptFilterInput, string[]]>([
    ["failed ones when nothing is said", {}, ["k02", "k03", "k06"]],
    ["all", { view: "all" }, ["k01", "k02", "k03", "k04", "k05", "k06"]],
    ["errored", { view: "errored" }, ["k04"]],
    ["unscored", { view: "unscored" }, ["k05"]],
    ["scored", { view: "scored" }, ["k01", "k02", "k03", "k06"]],
    [
      "by text of the input, where a percent sign is no wildcard",
      { view: "all", search: "0% of _it_" },
      ["k03"],
    ],
    ["by text of the error", { view: "all", search: "no answer in" }, ["k04"]],
    ["by a tag", { view: "all", slice: "tag", value: "hard" }, ["k02"]],
    ["by a split", { view: "all", slice: "split", value: "tuning" }, ["k04"]],
    ["by a field that no case has", { view: "all", slice: "metadata.language", value: "en" }, []],
    [
      "by a cell of the matrix, read as the matrix reads it",
      { view: "all", expected: "bill", actual: "card" },
      ["k02"],
    ],
    ["by the column of answers that are no label", { view: "all", actual: "(other)" }, ["k03"]],
    ["by text that cannot be stored", { view: "all", search: "\0\ud800" }, []],
  ])("%s", async (_name, filter, keys) => {
    expect(await keysOf(filter)).toEqual(keys);
  });

  test("by the grader that failed or could not score", async () => {
    expect(await keysOf({ view: "all", failedBy: graderVersionId })).toEqual(["k02", "k03", "k06"]);
    expect(await keysOf({ view: "all", unscoredBy: graderVersionId })).toEqual(["k05"]);
    expect(await keysOf({ view: "all", failedBy: newId() })).toEqual([]);
  });
});

describe("a list", () => {
  test("shows what each grader said against a case", async () => {
    const { items } = await listAttempts(workspace.ctx, { runId, view: "all" });
    expect(items[1]).toMatchObject({
      title: "my bill",
      expected: "bill",
      actual: "Card",
      verdict: "failed",
      unpassed: [{ status: "failed", reason: "It failed." }],
    });
    expect(items[0]?.unpassed).toEqual([]);
    expect(items[3]).toMatchObject({ errorClass: "timeout", actual: "No answer in 10 s.", latencyMs: null });
  });

  test.each([
    ["latency", "ascending", ["k06", "k01", "k02", "k05", "k03", "k04"]],
    ["latency", "descending", ["k03", "k05", "k02", "k01", "k06", "k04"]],
    ["cost", "ascending", ["k01", "k02", "k03", "k06", "k04", "k05"]],
  ] as const)("pages by %s %s without loss, the ones without a value last", async (sort, direction, keys) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listAttempts(workspace.ctx, {
        runId,
        view: "all",
        sort,
        direction,
        cursor,
        limit: 2,
      });
      seen.push(...page.items.map((row) => row.key));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(keys);
    // A reader that jumps sees the same rows at every place, whether they are reached from the start or from the end.
    for (const known of [0, 6]) {
      for (let offset = 0; offset < 8; offset += 1) {
        const part = { view: "all", sort, direction, limit: 2, offset, of: known } as const;
        const page = await listAttempts(workspace.ctx, { runId, ...part });
        expect(page.items.map((row) => row.key)).toEqual(keys.slice(offset, offset + 2));
      }
    }
  });

  test("refuses a cursor of another list", async () => {
    await expect(listAttempts(workspace.ctx, { runId, cursor: "k01" })).rejects.toThrow(AppError);
  });
});

describe("neighbours", () => {
  test("follow the filter and the order", async () => {
    const at = (key: string, sort: "position" | "latency") =>
      neighbourAttempts(workspace.ctx, { runId, view: "failed", sort, key });
    expect(await at("k03", "position")).toEqual({
      previous: { key: "k02", repetition: 1 },
      next: { key: "k06", repetition: 1 },
      index: 2,
      total: 3,
    });
    expect(await at("k06", "latency")).toMatchObject({ previous: null, next: { key: "k02" }, index: 1 });
    expect(await at("k03", "latency")).toMatchObject({ previous: { key: "k02" }, next: null, index: 3 });
  });

  test("of a case outside the filter are those around its place", async () => {
    const found = await neighbourAttempts(workspace.ctx, { runId, view: "failed", key: "k04" });
    expect(found).toMatchObject({ previous: { key: "k03" }, next: { key: "k06" }, index: 2, total: 3 });
  });

  test("of a case without an attempt are none", async () => {
    expect(await neighbourAttempts(workspace.ctx, { runId, key: "nowhere" })).toBeNull();
  });
});

test("one attempt comes with its case, prompt and grades", async () => {
  const attempt = await getAttempt(workspace.ctx, { runId, key: "k02" });
  expect(attempt).toMatchObject({
    output: " Card\n",
    verdict: "failed",
    prompt: [{ role: "user", content: "Question" }],
    case: { key: "k02", expected: "bill", tags: ["hard"] },
    grades: [{ status: "scored", passed: false, grader: { versionId: graderVersionId } }],
  });
  await expect(getAttempt(workspace.ctx, { runId, key: "nowhere" })).rejects.toThrow(
    "no answer for the case",
  );
});

async function textOf(format: "csv" | "jsonl", filter: AttemptFilterInput): Promise<string> {
  const { chunks } = await exportAttempts(workspace.ctx, { runId, format, ...filter });
  let text = "";
  for await (const chunk of chunks) text += chunk;
  return text;
}

describe("an export", () => {
  test("holds what the filter shows, with formulas defused", async () => {
    const lines = (await textOf("csv", { view: "failed" })).split("\r\n");
    expect(lines).toHaveLength(5);
    expect(lines[0]).toContain("key,repetition,verdict,input,expected,output");
    expect(lines[2]).toContain(",'=1+1,");
  });

  test("names what went wrong by its class, its code and in words", async () => {
    const [head = "", line = ""] = (await textOf("csv", { view: "errored" })).split("\r\n");
    expect(head).toContain("error_class,error_code,error_name,error_message");
    expect(line).toContain("transient,timeout,Time-out,No answer in 10 s.");
    expect(JSON.parse(await textOf("jsonl", { view: "errored" }))).toMatchObject({
      error_class: "transient",
      error_code: "timeout",
      error_name: "Time-out",
    });
    expect(await getAttempt(workspace.ctx, { runId, key: "k04" })).toMatchObject({
      errorClass: "transient",
      errorCode: "timeout",
    });
  });

  test("holds the tools that an answer asked for, as the attempt shows them", async () => {
    const where = { runId, case: { key: "k02" } };
    expect(await getAttempt(workspace.ctx, { runId, key: "k02" })).toMatchObject({ toolCalls: null });
    const calls = [{ id: "call-1", name: "refund", arguments: '{"order": 7}' }];
    await db().attempt.updateMany({ where, data: { toolCalls: calls } });
    const read = await getAttempt(workspace.ctx, { runId, key: "k02" });
    const lines = (await textOf("jsonl", { view: "failed" })).split("\n");
    await db().attempt.updateMany({ where, data: { toolCalls: Prisma.DbNull } });
    expect(read.toolCalls).toEqual(calls);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ key: "k02", tool_calls: calls });
  });

  test("as JSON Lines keeps every type", async () => {
    const lines = (await textOf("jsonl", { view: "all" })).trimEnd().split("\n");
    expect(lines).toHaveLength(6);
    expect(JSON.parse(lines[1] ?? "")).toMatchObject({
      key: "k02",
      input: { text: "my bill" },
      output: " Card\n",
      tags: ["hard"],
      latency_ms: 100,
      grades: [{ verdict: "failed", score: 0, reason: "It failed." }],
    });
  });
});

test("refuses another workspace", async () => {
  const { otherCtx } = workspace;
  const notFound = { code: "not-found" };
  await expect(listAttempts(otherCtx, { runId })).rejects.toMatchObject(notFound);
  await expect(getAttempt(otherCtx, { runId, key: "k01" })).rejects.toMatchObject(notFound);
  await expect(exportAttempts(otherCtx, { runId, format: "csv" })).rejects.toMatchObject(notFound);
  expect(await neighbourAttempts(otherCtx, { runId, key: "k01" })).toBeNull();
});
