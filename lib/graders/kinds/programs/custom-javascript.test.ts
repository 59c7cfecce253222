import { afterAll, expect, test } from "vitest";
import { openProgramRunner } from "../../programs/local-programs.ts";
import { graderKind } from "../../registry.ts";
import { isolatedGrader } from "../../testing/isolated-grader.ts";

afterAll(() => openProgramRunner().close());

const gradeBy = (code: string, settings: Record<string, unknown> = {}) =>
  isolatedGrader("custom-javascript", { code, ...settings });

test("the example that is offered works", async () => {
  const { defaults } = graderKind("custom-javascript");
  const grade = isolatedGrader("custom-javascript", Object(defaults));
  const output = "The total of the invoice is 42.";
  expect(await grade({ expected: "invoice total Lisbon", output })).toMatchObject({
    score: expect.closeTo(2 / 3, 12),
    reason: "Missing: lisbon",
  });
  expect(await grade({ expected: null, output })).toMatchObject({ score: 1 });
});

test("sees the case, the answer and what is known of the attempt", async () => {
  const code = `({ input, expected, output, metadata, attempt }) =>
    ({ score: 1, reason: JSON.stringify([input, expected, output, metadata, attempt && attempt.latencyMs]) })`;
  const attempt = {
    latencyMs: 12,
    timeToFirstTokenMs: null,
    costMicroUsd: null,
    promptTokens: null,
    completionTokens: null,
    finishReason: "stop",
    toolCalls: null,
  };
  const graded = await gradeBy(code)({
    input: { a: "é" },
    expected: 1,
    output: "\0👩‍👩‍👧‍👦",
    metadata: { b: [2] },
    attempt,
  });
  expect(graded.reason).toBe('[{"a":"é"},1,"\\u0000👩‍👩‍👧‍👦",{"b":[2]},12]');
  expect(await gradeBy("({ output }) => output === '\\ud83d'")({ output: "\ud83d" })).toMatchObject({
    score: 1,
  });
});

test.each([
  ["() => 0.25", 0.25],
  ["() => true", 1],
  ["() => false", 0],
  ["() => ({ score: 0.5, reason: 'half' })", 0.5],
  ["() => ({ pass: true })", 1],
  ["() => ({ score: 0.5, pass: true })", 0.5],
  ["async () => 0.75", 0.75],
  ["() => Promise.resolve({ pass: false })", 0],
  ["function grade({ output }) { return output.length === 0 }", 1],
  ["const half = 2;\n(() => 1 / half)", 0.5],
])("%s gives %d", async (code, score) => {
  expect(await gradeBy(code)({})).toMatchObject({ status: "scored", score });
});

test.each([
  ["() => NaN", /returned the score NaN, and a score is a number from 0 to 1/],
  ["() => 1e400", /the score Infinity/],
  ["() => -0.1", /the score -0.1/],
  ["() => 2", /the score 2/],
  ["() => ({ score: NaN })", /the score NaN/],
  ["() => ({})", /returned “{}”, and it has to return/],
  ["() => ({ score: '1' })", /returned “score: "1"”/],
  ["() => ({ score: 1, pass: 'yes' })", /returned “pass: "yes"”/],
  ["() => ({ score: 1, reason: { a: 1 } })", /returned “reason: /],
  ["() => 'pass'", /returned “"pass"”/],
  ["() => [1]", /returned “\[1\]”/],
  ["() => null", /returned “null”/],
  ["() => undefined", /returned “undefined”/],
  ["() => () => 1", /returned “a function”/],
  ["() => Symbol('x')", /returned “a symbol”/],
  ["() => 10n", /has to return/],
  ["() => ({ then() {} })", /waits for a promise that nothing resolves/],
  ["() => new Promise(() => {})", /waits for a promise that nothing resolves/],
  ["async () => { throw new Error('late') }", /gave no score: late/],
  ["() => {\n  throw new TypeError('bad input');\n}", /TypeError: bad input \(line 2\)/],
  ["() => { throw { a: 1 } }", /threw/],
  ["() => { throw null }", /gave no score/],
  ["() => ({ get score() { throw new Error('trap') } })", /trap/],
  ["5", /is no function/],
  ["const grade = 5", /is no function/],
])("%s is unscored with the reason", async (code, reason) => {
  expect(await gradeBy(code)({})).toMatchObject({
    status: "unscored",
    reason: expect.stringMatching(reason),
  });
});

test.each([
  ["an endless loop", "() => { while (true); }", /did not end within 0.3 s/],
  ["an endless loop in a promise", "async () => { for (;;) await 1; }", /did not end within 0.3 s/],
  ["an endless getter", "() => new Proxy({}, { get() { while (true); } })", /did not end within 0.3 s/],
  [
    "a pattern that backtracks for ever",
    "() => /(a+)+$/.test('a'.repeat(60) + '!')",
    /did not end within 0.3 s|memory/,
  ],
  [
    "a list that grows for ever",
    "() => { const a = []; for (;;) a.push(new Array(10000).fill(1)); }",
    /64 MB|did not end/,
  ],
  ["a text that grows for ever", "() => { let s = 'x'; for (;;) s += s; }", /string too long|64 MB/],
  ["a huge list at once", "() => new Array(1e9).fill(0).length", /64 MB|did not end/],
  ["a huge buffer", "() => new ArrayBuffer(4e9).byteLength", /gave no score/],
  ["endless printing", "() => { for (;;) console.log('x'.repeat(1e5)); }", /did not end within 0.3 s|64 MB/],
  ["endless recursion", "() => { const f = () => f() + 1; return f(); }", /stack overflow/],
  ["endless recursion in JSON", "() => JSON.parse('['.repeat(1e6))", /stack overflow|64 MB/],
])("%s is stopped, and the next case is judged", async (_name, code, reason) => {
  const graded = await gradeBy(code, { timeLimitSeconds: 0.3 })({});
  expect(graded).toMatchObject({ status: "unscored", reason: expect.stringMatching(reason) });
  expect(JSON.stringify(graded).length).toBeLessThan(100_000);
  expect(await gradeBy("() => 1")({})).toMatchObject({ score: 1 });
});

test.each([
  ["require('node:fs')", /'require' is not defined/],
  ["import('node:fs')", /could not load module/],
  ["fetch('http://127.0.0.1')", /'fetch' is not defined/],
  ["process.exit(1)", /'process' is not defined/],
  ["new WebSocket('ws://127.0.0.1')", /'WebSocket' is not defined/],
  ["setTimeout(() => {}, 1)", /'setTimeout' is not defined/],
  ["(() => {}).constructor('return process')()", /'process' is not defined/],
  ["this.constructor.constructor('return process')()", /'process' is not defined/],
  ["eval('process')", /'process' is not defined/],
  ["report('number', '1')", /'report' is not defined/],
  ["print('x')", /'print' is not defined/],
  ["Error.prepareStackTrace.x", /undefined/],
])("%s does not get out", async (expression, reason) => {
  const graded = await gradeBy(`async () => { await ${expression}; return 1; }`)({});
  expect(graded).toMatchObject({ status: "unscored", reason: expect.stringMatching(reason) });
});

test("nothing of one case is there in the next", async () => {
  const pollute = gradeBy(
    "() => { Object.prototype.leak = 1; Array.prototype.push = () => 0; globalThis.leak = 2; JSON.parse = null; return 1; }",
  );
  const look = gradeBy(
    "() => ({}).leak === undefined && typeof leak === 'undefined' && typeof JSON.parse === 'function' && [].push(1) === 1",
  );
  for (let round = 0; round < 5; round++) {
    expect(await pollute({})).toMatchObject({ score: 1 });
    expect(await look({})).toMatchObject({ score: 1 });
  }
  expect(({} as { leak?: number }).leak).toBeUndefined();
});

test("the clock stands still and chance repeats itself", async () => {
  const grade = gradeBy(
    "() => ({ score: 1, reason: [Date.now(), new Date().toISOString(), new (new Date().constructor)().getTime(), Math.random(), Math.random()].join() })",
  );
  const first = await grade({});
  expect(first.reason).toMatch(/^946684800000,2000-01-01T00:00:00.000Z,946684800000,0\.\d+,0\.\d+$/);
  expect(await grade({})).toEqual(first);
  expect(await gradeBy("() => new Date('2024-02-29').getUTCDate() === 29")({})).toMatchObject({ score: 1 });
});

test("what is printed is kept, up to a limit", async () => {
  const graded = await gradeBy(
    "() => { console.log('a', { b: 1 }); for (let i = 0; i < 300; i++) console.log('x'.repeat(5000)); return 1; }",
  )({});
  const printed = Object(graded.detail).console;
  expect(printed[0]).toBe('a {"b":1}');
  expect(printed).toHaveLength(101);
  expect(JSON.stringify(printed).length).toBeLessThan(60_000);
});

test.each([
  ["({ => 1", /line 1, column 4/],
  ["() => {\n  return 1 +;\n}", /line 2/],
  ["", /Write a function/],
])("the code %j is refused when it is saved", (code, message) => {
  const parsed = graderKind("custom-javascript").configSchema.safeParse({ code, timeLimitSeconds: 1 });
  expect(parsed.error?.issues[0]).toMatchObject({ path: ["code"], message: expect.stringMatching(message) });
});
