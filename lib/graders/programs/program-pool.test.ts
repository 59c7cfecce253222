import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import type { ProgramRequest, ProgramResult } from "../services/program-runner.ts";
import { MEMORY_LIMITS_MB } from "./memory-limits.ts";
import { processUsage } from "./process-usage.ts";
import { createProgramPool, type ProgramPool } from "./program-pool.ts";

let pool: ProgramPool;
afterEach(() => pool.close());
const open = (size = 2, idleMs = 60_000) => {
  pool = createProgramPool({ size, idleMs });
};

const never = new AbortController().signal;
const compute = (code: string, timeLimitMs = 2_000): ProgramRequest => ({
  program: "javascript",
  input: { task: "grade", code, input: {}, timeLimitMs: 60_000, memoryLimitMb: 64 },
  timeLimitMs,
  memoryLimitMb: MEMORY_LIMITS_MB.javascript,
});
const query = (sql: string): ProgramRequest => ({
  program: "sqlite",
  input: {
    task: "compare",
    fixture: "",
    expected: { type: "query", sql: "select 1" },
    actual: sql,
    rules: { order: false, duplicates: true, columnNames: false, absoluteTolerance: 0, relativeTolerance: 0 },
    rowLimit: 10,
  },
  timeLimitMs: 100,
  memoryLimitMb: MEMORY_LIMITS_MB.sqlite,
});
const endlessSql = "with recursive c(x) as (select 1 union all select x + 1 from c) select count(*) from c";
const score = (value: number) => ({
  type: "ended",
  output: { type: "returned", returned: { type: "number", text: String(value) } },
});

test("200 requests in a row, 20 of which must be killed, all end right, and this process stays as it was", {
  timeout: 120_000,
}, async () => {
  open();
  await pool.run(compute("() => 1"), never);
  const before = process.memoryUsage();
  const results: { index: number; result: ProgramResult }[] = [];
  await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const endless = index % 20 === 7 ? query(endlessSql) : compute("() => { for (;;); }", 100);
      const request = index % 10 === 7 ? endless : compute(`() => ${index} / 200`);
      results.push({ index, result: await pool.run(request, never) });
    }),
  );
  expect(results).toHaveLength(200);
  for (const { index, result } of results) {
    if (index % 10 === 7) expect(result).toMatchObject({ type: "stopped", limit: "time" });
    else expect(result).toMatchObject(score(index / 200));
  }
  expect(pool.processes()).toBeLessThanOrEqual(5);
  expect(process.memoryUsage().heapUsed - before.heapUsed).toBeLessThan(50_000_000);
});

test("one at a time serves everybody in turn, and a process that nobody needs ends", {
  timeout: 60_000,
}, async () => {
  open(1, 50);
  const [first, second, third] = await Promise.all([
    pool.run(compute("() => 1"), never),
    pool.run(query("select 1"), never),
    pool.run(compute("() => 0"), never),
  ]);
  expect(first).toMatchObject(score(1));
  expect(second).toMatchObject({ type: "ended", output: { type: "compared" } });
  expect(third).toMatchObject(score(0));
  await vi.waitFor(() => expect(pool.processes()).toBe(0), { timeout: 10_000 });
});

test("PostgreSQL has two processes at most, and does not hold up others", { timeout: 120_000 }, async () => {
  open(4);
  const order: string[] = [];
  const postgresql: ProgramRequest = {
    program: "postgresql",
    input: { task: "parse", sql: "select 1" },
    timeLimitMs: 5_000,
    memoryLimitMb: MEMORY_LIMITS_MB.postgresql,
  };
  const parsed = Array.from({ length: 4 }, async () => {
    const result = await pool.run(postgresql, never);
    order.push("postgresql");
    return result;
  });
  const computed = pool.run(compute("() => 1"), never).then((result) => {
    order.push("javascript");
    return result;
  });
  expect(pool.processes()).toBe(3);
  expect(await computed).toMatchObject(score(1));
  for (const result of await Promise.all(parsed))
    expect(result).toMatchObject({ output: { type: "parsed" } });
  expect(order[0]).toBe("javascript");
});

test("a halt ends what runs and what waits, and the pool goes on", { timeout: 60_000 }, async () => {
  open(1);
  const halt = new AbortController();
  const running = pool.run(compute("() => { for (;;); }", 30_000), halt.signal);
  const waiting = pool.run(compute("() => 1"), halt.signal);
  const next = pool.run(compute("() => 0.5"), never);
  halt.abort();
  expect(await running).toMatchObject({ type: "stopped", limit: "halted" });
  expect(await waiting).toMatchObject({ type: "stopped", limit: "halted" });
  expect(await next).toMatchObject(score(0.5));
  expect(await pool.run(compute("() => 1"), halt.signal)).toMatchObject({ limit: "halted" });
});

test("closing answers everybody", { timeout: 60_000 }, async () => {
  open(1);
  const asked = [
    pool.run(compute("() => { for (;;); }", 30_000), never),
    pool.run(compute("() => 1"), never),
  ];
  pool.close();
  for (const result of await Promise.all(asked)) expect(result.type).toBe("stopped");
  expect(await pool.run(compute("() => 1"), never)).toMatchObject(score(1));
});

test("what holds too much memory or says too much is stopped, and a large question is no trouble", {
  timeout: 60_000,
}, async () => {
  open(1);
  const rows = Array.from({ length: 50 }, () => ["x".repeat(20_000)]);
  const request = query("select 1");
  const wide = { ...Object(request.input), expected: { type: "rows", columns: null, rows } };
  expect(await pool.run({ ...request, input: wide }, never)).toMatchObject({ type: "ended" });
  const columns = Array.from({ length: 12_000 }, (_, index) => `${index}`.padEnd(100, "x"));
  const names = { ...Object(request.input), expected: { type: "rows", columns, rows: [] } };
  expect(await pool.run({ ...request, input: names, timeLimitMs: 2_000 }, never)).toMatchObject({
    type: "stopped",
    limit: "output",
    phase: "comparing",
  });
  const memory = compute("() => { const a = []; for (;;) a.push(new Array(10000).fill(1)); }");
  const tight = { ...memory, input: { ...Object(memory.input), memoryLimitMb: 1_024 }, memoryLimitMb: 200 };
  expect(await pool.run(tight, never)).toMatchObject({
    type: "stopped",
    limit: "memory",
    reason: /more than 200 MB/,
  });
});

test("a process ends when its parent is killed, also in the middle of a query", {
  timeout: 60_000,
}, async () => {
  open();
  const script = `
    import { openProgramProcess } from "#lib/graders/programs/program-process.ts";
    const request = ${JSON.stringify({ ...query(endlessSql), timeLimitMs: 60_000 })};
    const running = openProgramProcess("sqlite");
    void running.run(request, new AbortController().signal);
    setTimeout(() => console.log("going"), 1_500);
  `;
  const parent = spawn(process.execPath, ["--input-type=module", "-e", script], { cwd: process.cwd() });
  await once(parent.stdout, "data");
  const children = await childrenOf(parent.pid ?? 0);
  expect(children).toHaveLength(1);
  parent.kill("SIGKILL");
  const [child = 0] = children;
  await vi.waitFor(() => expect(processUsage(child)).toBeNull(), { timeout: 15_000 });
});

test("an idle process keeps nobody from ending", { timeout: 60_000 }, async () => {
  open();
  const script = `
    import { openProgramRunner } from "#lib/graders/programs/local-programs.ts";
    const asked = openProgramRunner().run(${JSON.stringify(query("select 1"))}, new AbortController().signal);
    console.log((await asked).type);
  `;
  const parent = spawn(process.execPath, ["--input-type=module", "-e", script], { cwd: process.cwd() });
  const said = once(parent.stdout, "data");
  const ended = once(parent, "exit");
  expect(String(await said)).toBe("ended\n");
  expect(await ended).toEqual([0, null]);
});

async function childrenOf(pid: number): Promise<number[]> {
  const { readFile } = await import("node:fs/promises");
  const text = await readFile(join("/proc", String(pid), "task", String(pid), "children"), "utf8");
  return text.trim().split(" ").filter(Boolean).map(Number);
}
