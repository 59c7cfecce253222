import { afterAll, expect, test } from "vitest";
import { openProgramRunner } from "../../programs/local-programs.ts";
import { isolatedGrader } from "../../testing/isolated-grader.ts";

afterAll(() => openProgramRunner().close());

const addTests = `
test("adds", () => assertEqual(add(2, 3), 5));
test("takes negative numbers", () => { assert(add(2, -3) < 0, "is not negative"); });
`;
const gradeBy = (tests: string, settings: Record<string, unknown> = {}) =>
  isolatedGrader("javascript-tests", { tests, timeLimitSeconds: 0.5, ...settings });

test.each([
  ["a function", "function add(a, b) { return a + b; }"],
  ["a fence", "Sure!\n```js\nconst add = (a, b) => a + b;\n```"],
  ["an ES module", "export function add(a, b) { return a + b; }\nexport default add;"],
  ["a Node module", "function add(a, b) { return a + b; }\nmodule.exports = { add };"],
  ["a Node module that is a function", "module.exports = function add(a, b) { return a + b; };"],
  ["exports", "exports.add = (a, b) => a + b;"],
])("%s passes", async (_name, output) => {
  expect(await gradeBy(addTests)({ output })).toMatchObject({ score: 1, reason: "All 2 tests passed." });
});

test("scores the share that passes, names the first failure, and keeps every result", async () => {
  const output = "const add = (a, b) => a + Math.abs(b);";
  const graded = await gradeBy(addTests)({ output });
  expect(graded).toMatchObject({
    score: 0.5,
    reason: "1 of 2 tests passed. The test “takes negative numbers” failed: is not negative.",
    detail: {
      tests: [
        { name: "adds", passed: true },
        { passed: false, message: "is not negative" },
      ],
    },
  });
  expect(await gradeBy(addTests, { score: "all" })({ output })).toMatchObject({ score: 0 });
});

test("takes the tests of the case", async () => {
  const output = "const add = (a, b) => a + b;";
  expect(await gradeBy("", { source: "expected" })({ output, expected: addTests })).toMatchObject({
    score: 1,
  });
  expect(await gradeBy("", { source: "metadata" })({ output, metadata: { tests: addTests } })).toMatchObject({
    score: 1,
  });
  expect(await gradeBy("", { source: "metadata" })({ output })).toMatchObject({
    status: "unscored",
    reason: /metadata.tests/,
  });
  expect(await gradeBy("  ")({ output })).toMatchObject({ status: "unscored", reason: /has no tests/ });
});

test.each([
  ["deep equality", "assertEqual({ a: [1, { b: null }] }, { a: [1, { b: null }] })", true],
  ["another order of keys", "assertEqual({ a: 1, b: 2 }, { b: 2, a: 1 })", true],
  ["NaN", "assertEqual(NaN, NaN)", true],
  ["0 and -0", "assertEqual(0, -0)", true],
  ["a missing key", "assertEqual({ a: undefined }, {})", false],
  ["a list and an object", "assertEqual([], {})", false],
  ["dates", "assertEqual(new Date(5), new Date(5))", true],
  ["maps", "assertEqual(new Map([[1, { a: 1 }]]), new Map([[1, { a: 2 }]]))", false],
  ["sets", "assertEqual(new Set([1, 2]), new Set([1, 2]))", true],
  ["a text and a number", "assertEqual('1', 1)", false],
  ["an error that is thrown", "assertThrows(() => { throw new Error('x'); })", true],
  ["an error that is not", "assertThrows(() => 1)", false],
])("%s", async (_name, check, passes) => {
  expect(await gradeBy(`test("check", () => { ${check}; });`)({ output: "1" })).toMatchObject({
    score: passes ? 1 : 0,
  });
});

test("an asynchronous test is waited for", async () => {
  const tests =
    'test("later", async () => { assertEqual(await later(), 1); }); test("never", () => new Promise(() => {}));';
  expect(await gradeBy(tests)({ output: "const later = async () => 1;" })).toMatchObject({
    score: 0.5,
    reason: /“never” failed: it waits for a promise/,
  });
});

test.each([
  ["cannot be read", "function add(a, b {", /could not be run: SyntaxError: .*\(line 1\)/],
  ["throws", "const a = 1;\nthrow new Error('no');", /could not be run: no \(line 2\)/],
  ["never ends", "while (true);", /could not be run: it did not end within 0.5 s/],
  ["allocates for ever", "const a = []; for (;;) a.push(new Array(10000).fill(1));", /64 MB|did not end/],
  ["prints for ever", "for (;;) console.log('x');", /did not end/],
  ["asks for a module", "require('fs')", /'require' is not defined/],
  ["is prose", "I cannot write code.", /could not be run/],
  ["is empty", "", /holds no code/],
  ["declares nothing", "1", /'add' is not defined/],
  [
    "loops in a test",
    "const add = () => { for (;;); };",
    /“adds” failed: it did not end within the time limit/,
  ],
  ["is a megabyte", `const add = ${"(".repeat(500_000)}${")".repeat(500_000)};`, /could not be run/],
])("an answer that %s scores 0", async (_name, output, reason) => {
  const graded = await gradeBy(addTests)({ output });
  expect(graded).toMatchObject({ status: "scored", score: 0, reason: expect.stringMatching(reason) });
});

test.each([
  ["globals", "globalThis.assertEqual = () => {}; globalThis.assert = () => {}; globalThis.test = () => {};"],
  ["declarations", "const test = () => {}, assert = () => {}, assertEqual = () => {};"],
  [
    "built-ins",
    "JSON.stringify = () => 'x'; Object.is = () => true; Object.keys = () => []; Array.isArray = () => true;",
  ],
  ["promises", "Promise.prototype.then = () => {}; Object.prototype.then = (go) => go(1);"],
  ["setters", "Object.defineProperty(Object.prototype, '0', { set() {}, get() { return () => {}; } });"],
  [
    "call sites",
    "try { Error.prepareStackTrace = (_, frames) => frames[0].getFunction()('adds', () => {}); } catch {}",
  ],
  [
    "the report",
    "if (typeof report === 'function') report('0', 'true'); if (typeof register === 'function') register('x');",
  ],
])("an answer that tampers with %s does not pass", async (_name, trick) => {
  const graded = await gradeBy(addTests)({ output: `${trick}\nconst add = () => 5.5;` });
  expect(graded).toMatchObject({ status: "scored", passed: false });
});

test.each([
  [
    "what is waited for",
    "Promise.prototype.constructor = 1; Promise.prototype.then = function (go) { go(1); };",
    "async () => { assertEqual(await later(), 1); }",
  ],
  [
    "what a set is",
    "Object.defineProperty(Set, Symbol.hasInstance, { value: () => false });",
    "() => { assertEqual(new Set([1]), new Set([2])); }",
  ],
  ["what a date is", "Date.prototype.getTime = () => 0;", "() => { assertEqual(new Date(1), new Date(2)); }"],
])("an answer that tampers with %s does not pass either", async (_name, trick, check) => {
  const output = `${trick}\nconst later = async () => 2;`;
  expect(await gradeBy(`test("check", ${check});`)({ output })).toMatchObject({ status: "scored", score: 0 });
});

test.each([
  ["cannot be read", "test('x', () => {", /tests could not be run: SyntaxError/],
  ["throw", "\n\nnothing();", /'nothing' is not defined \(line 3\)/],
  ["test nothing", "const a = 1;", /call test\(name, function\) nowhere/],
  ["never end", "while (true);", /tests could not be run: it did not end/],
])("tests that %s leave the case unscored", async (_name, tests, reason) => {
  expect(await gradeBy(tests)({ output: "1" })).toMatchObject({
    status: "unscored",
    reason: expect.stringMatching(reason),
  });
});
