import { afterAll, describe, expect, test } from "vitest";
import { openProgramRunner } from "../../programs/local-programs.ts";
import { isolatedGrader } from "../../testing/isolated-grader.ts";

const fixture = `
  CREATE TABLE orders (id INTEGER PRIMARY KEY, customer TEXT, total NUMERIC(10, 2));
  INSERT INTO orders VALUES (1, 'Ada', 10.50), (2, 'Blaise', 20), (3, 'Ada', 5);
`;
const endless = "with recursive c(x) as (select 1 union all select x + 1 from c) select count(*) from c";
const tenMillion =
  "with recursive c(x) as (select 1 union all select x + 1 from c where x < 10000000) select x from c";

afterAll(() => openProgramRunner().close());

describe.each(["sqlite", "postgresql"])("%s", { timeout: 120_000 }, (dialect) => {
  const grader = (settings: Record<string, unknown> = {}) =>
    isolatedGrader("sql-result", { dialect, fixture, timeLimitSeconds: 1, ...settings });
  const expected = "select customer, sum(total) as spent from orders group by customer";

  test("another query with the same result passes, in a fence and with a semicolon", async () => {
    const output =
      "Here it is:\n```sql\nselect o.customer, sum(o.total) from orders o group by 1 order by 2 desc;\n```";
    expect(await grader()({ expected, output })).toMatchObject({ passed: true, reason: /expected 2 rows/ });
  });

  test("another result fails, and both tables are there to be seen", async () => {
    const graded = await grader()({ expected, output: "select customer, max(total) from orders group by 1" });
    expect(graded).toMatchObject({ status: "scored", score: 0, reason: /1 of 2 expected rows are there/ });
    expect(graded.reason).toMatch(/First row expected and missing: “\(Ada, 15\.50?\)”/);
    expect(graded.detail).toMatchObject({
      tables: { expected: { totalRows: 2 }, actual: { columns: ["customer", expect.any(String)] } },
    });
  });

  test("an order counts when the expected query sorts, and else does not", async () => {
    const sorted = "select id from orders order by id";
    const output = "select id from orders order by id desc";
    expect(await grader()({ expected: sorted, output })).toMatchObject({ passed: false });
    expect(await grader({ order: "ignored" })({ expected: sorted, output })).toMatchObject({ passed: true });
    expect(await grader()({ expected: "select id from orders", output })).toMatchObject({ passed: true });
    expect(await grader({ order: "matters" })({ expected: "select id from orders", output })).toMatchObject({
      passed: false,
    });
  });

  test("rows may be given instead of a query", async () => {
    const output = "select id, customer from orders where total > 5 order by id";
    const given = [
      [1, "Ada"],
      [2, "Blaise"],
    ];
    expect(await grader()({ expected: given, output })).toMatchObject({ passed: true });
    const objects = { rows: [{ id: 1, customer: "Ada" }], columns: ["id", "customer"] };
    const graded = await grader({ score: "row-f1", columnNames: true })({ expected: objects, output });
    expect(graded).toMatchObject({ score: 2 / 3, reason: /First row not expected: “\(2, Blaise\)”/ });
    expect(await grader()({ expected: { total: 5 }, output })).toMatchObject({ status: "unscored" });
  });

  test("a case may have its own fixture", async () => {
    const metadata = { fixture: "create table orders (id int); insert into orders values (7);" };
    expect(await grader()({ expected: [[7]], output: "select id from orders", metadata })).toMatchObject({
      passed: true,
    });
    expect(await grader()({ expected: [[3]], output: "select count(*) from orders" })).toMatchObject({
      passed: true,
    });
  });

  test.each([
    ["drop table orders", /is refused: it (would drop|begins with DROP)/],
    ["delete from orders", /is refused: it (would delete|begins with DELETE)/],
    ["insert into orders values (9, 'x', 1) returning id", /is refused/],
    ["update orders set total = 0", /is refused/],
    ["create table x (a int)", /is refused/],
    ["begin", /is refused/],
    ["commit", /is refused/],
    ["select 1; drop table orders", /more than one statement/],
    ["select * from nothing_like_it", /cannot be run: .*nothing_like_it/],
    ["selec", /is refused|cannot be run/],
    ["select 'a\0b'", /NUL/],
    ["", /holds no query/],
    ["```sql\n```", /holds no query/],
    ["-- nothing", /cannot be run/],
    ["I do not know.", /is refused|cannot be run/],
  ])("%j scores 0 with the reason, and changes nothing", async (output, reason) => {
    const grade = grader();
    expect(await grade({ expected: "select 1", output })).toMatchObject({
      status: "scored",
      score: 0,
      reason: expect.stringMatching(reason),
    });
    const after = await grade({ expected: [[3, 35.5]], output: "select count(*), sum(total) from orders" });
    expect(after).toMatchObject({ passed: true });
  });

  test.each([
    ["never ends", endless, /did not end within 1 s and was stopped/],
    ["gives ten million rows", tenMillion, /gives more than 10,000 rows|did not end within/],
  ])("a query that %s fails, and the next one is judged", async (_name, output, reason) => {
    const graded = await grader()({ expected: "select 1", output });
    expect(graded).toMatchObject({ status: "scored", score: 0, reason: expect.stringMatching(reason) });
    expect(await grader()({ expected: "select 1", output: "select 1" })).toMatchObject({ passed: true });
  });

  test.each([
    [
      "an expected query that fails",
      { expected: "select * from nothing" },
      /The expected query cannot be run/,
    ],
    ["an expected query that writes", { expected: "drop table orders" }, /The expected query is refused/],
    ["an expected query that never ends", { expected: endless }, /expected query did not end/],
    [
      "a broken fixture",
      { expected: "select 1", metadata: { fixture: "create tabl x" } },
      /fixture cannot be loaded/,
    ],
    ["no expected value", { expected: null }, /no expected value/],
  ])("%s leaves the case unscored", async (_name, given, reason) => {
    const graded = await grader()({ ...given, output: "select 1" });
    expect(graded).toMatchObject({ status: "unscored", reason: expect.stringMatching(reason) });
  });

  test("an answer of a megabyte and halves of surrogate pairs are judged", async () => {
    const grade = grader();
    const long = `select ${"1 + ".repeat(100)}1, '${"x".repeat(1_000_000)}'`;
    expect((await grade({ expected: "select 1", output: long })).status).toBe("scored");
    expect((await grade({ expected: "select '\ud83d'", output: "select '\udc00' -- 👩‍👩‍👧‍👦" })).status).toBe(
      "scored",
    );
  });
});

test("SQLite refuses files, settings and extensions", async () => {
  const grade = isolatedGrader("sql-result", { dialect: "sqlite", fixture });
  for (const output of [
    "attach '/etc/passwd' as other",
    "pragma query_only = 0",
    "select * from pragma_table_info('orders')",
    "vacuum into '/tmp/never'",
    "select load_extension('/tmp/never')",
  ]) {
    expect(await grade({ expected: "select 1", output })).toMatchObject({
      score: 0,
      reason: /is refused: it would/,
    });
  }
  const attached = { fixture: "attach '/etc/passwd' as other" };
  expect(await grade({ expected: "select 1", output: "select 1", metadata: attached })).toMatchObject({
    status: "unscored",
  });
});

test("PostgreSQL refuses files and commands, and a fixture that commits", { timeout: 120_000 }, async () => {
  const grade = isolatedGrader("sql-result", { dialect: "postgresql", fixture });
  for (const output of [
    "copy orders to '/tmp/never'",
    "select pg_read_file('/etc/passwd')",
    "set transaction read write",
    "do $$ begin drop table orders; end $$",
    "with gone as (delete from orders returning id) select * from gone",
  ]) {
    expect(await grade({ expected: "select 1", output })).toMatchObject({ score: 0, reason: /is refused/ });
  }
  const commits = { fixture: "begin; create table z (a int); commit;" };
  expect(await grade({ expected: "select 1", output: "select 1", metadata: commits })).toMatchObject({
    status: "unscored",
    reason: /Take BEGIN, COMMIT and ROLLBACK out/,
  });
  const types =
    "select 9007199254740993, 1.10::numeric, date '2024-02-29', '{\"a\": 1}'::jsonb, array[1, 2], true, null::int";
  const rows = { rows: [["9007199254740993", 1.1, "2024-02-29", '{"a": 1}', "[1,2]", true, null]] };
  const graded = await grade({ expected: rows, output: types });
  expect(graded.detail).toMatchObject({
    tables: {
      actual: { rows: [["9007199254740993", "1.1", "2024-02-29", '{"a": 1}', "[1,2]", "true", null]] },
    },
  });
});
