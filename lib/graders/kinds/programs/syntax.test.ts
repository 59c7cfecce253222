import { afterAll, describe, expect, test } from "vitest";
import { openProgramRunner } from "../../programs/local-programs.ts";
import { isolatedGrader } from "../../testing/isolated-grader.ts";

afterAll(() => openProgramRunner().close());

/** Valid code, and code with the place of its first error. */
const snippets: Readonly<Record<string, { valid: string[]; invalid: [string, RegExp][] }>> = {
  python: {
    valid: [
      "x = 1",
      "def f(a, /, b, *, c=1, **d):\n    return a",
      "async def f():\n    async with x as y:\n        await z",
      "match p:\n    case {'a': [x, *_]} if x > 1:\n        pass\n    case _:\n        ...",
      "f'{x!r:>{width}} {y=}'",
      "if (n := len(a)) > 1: pass",
      "type A[T] = list[T]",
      "class A[T](B, metaclass=C):\n    x: int = 1",
      "lambda *a, **k: (yield)",
      "def f():\n\tif x:\n\t\treturn\n",
      "print('é', 0b1_0, 1e5, 1j)",
      "try:\n    pass\nexcept* ValueError:\n    pass",
      "x = [i for i in range(3) if i] + [*a]",
      "# only a comment",
      "é = 'x'",
    ],
    invalid: [
      ["x = = 1", /line 1, column 5.*invalid syntax/],
      ["print 'a'", /line 1.*Missing parentheses/],
      ["def f():\nreturn 1", /line 2.*expected an indented block/],
      ["if True:\n\tx = 1\n        y = 2", /line 3.*inconsistent use of tabs/],
      ["x = (1,\ny = 2", /line 1.*/],
      ["return 1", /'return' outside function/],
      ["for x in y\n    pass", /line 1.*expected ':'/],
      ["class A:\n  def f(self):\n      pass\n    def g(self):\n      pass", /line 4.*unindent/],
      ["f'{x!z}'", /f-string/],
      ["a\0b", /null bytes/],
      ["x = 'abc", /unterminated string/],
      ["else:\n    pass", /invalid syntax/],
      ["def f(a, a): pass", /duplicate/],
      ["0777", /leading zeros/],
      ["import a.b as c.d", /line 1/],
    ],
  },
  javascript: {
    valid: [
      "const a = 1",
      "export default async () => await import('x')",
      "with (a) {}",
      "class A { #x = 1; static {} }",
      "a?.b ?? /x/v",
    ],
    invalid: [
      ["let x = ;", /line 1, column 9/],
      ["const a;", /line 1/],
      ["let a = 1;\nlet a = 2;", /line 2, column 5.*already been declared/],
      ["const x: number = 1", /line 1, column 8/],
      ["function (", /line 1/],
    ],
  },
  typescript: {
    valid: [
      "const x: number = 1",
      "enum A { B }",
      "class A { constructor(private x: number) {} }",
      "type A<T> = T extends string ? 1 : 2",
      "let a = b as const satisfies C",
    ],
    invalid: [
      ["let a;\n\nconst x: = 1", /line 3, column 10/],
      ["interface { a: 1 }", /line 1/],
      ["let a: number = 1 let b", /line 1, column 19/],
    ],
  },
  json: {
    valid: ['{"a": [1, 2.5e-3, "x\\u00e9", null, true]}', "1", ' "x" '],
    invalid: [
      ['{"a": 1,}', /line 1, column 9.*name in double quotes/],
      ['{\n  "a": tru\n}', /line 2, column 8/],
      ["{'a': 1}", /line 1, column 2/],
      ["[1, 2", /line 1, column 6.*the end of the text/],
      ["NaN", /line 1, column 1/],
      ["01", /line 1/],
      ['["a\tb"]', /line 1, column 2/],
      ["{} {}", /line 1, column 4.*expected the end/],
    ],
  },
  yaml: {
    valid: ["a: 1\nb:\n  - c\n  - {d: e}", "- &x 1\n- *x", "--- a\n--- b", "a: |\n  text"],
    invalid: [
      ["a: 1\n b: 2", /line 1|line 2/],
      ["a: [1", /line 1, column 6/],
      ["a: 'x", /line 1/],
      ["a:\n\tb: 1", /line 2/],
    ],
  },
};

describe.each(Object.keys(snippets))("%s", { timeout: 120_000 }, (language) => {
  const grade = isolatedGrader("syntax", { language });

  test.each(snippets[language]?.valid ?? [])("%j is valid", async (output) => {
    expect(await grade({ output })).toMatchObject({ status: "scored", score: 1 });
  });

  test.each(snippets[language]?.invalid ?? [])("%j is not", async (output, reason) => {
    expect(await grade({ output })).toMatchObject({
      status: "scored",
      score: 0,
      reason: expect.stringMatching(reason),
    });
  });

  test("an answer without code fails", async () => {
    expect(await grade({ output: "```\n\n```" })).toMatchObject({ score: 0, reason: /holds no/ });
  });

  test("200,000 characters are read, and more are not, but for JSON", async () => {
    const long = `[${"1,".repeat(99_998)}1]`;
    expect(await grade({ output: long })).toBeDefined();
    const longer = await grade({ output: `[${"1,".repeat(100_000)}1]` });
    if (language === "json") expect(longer).toMatchObject({ score: 1 });
    else
      expect(longer).toMatchObject({
        status: "unscored",
        reason: expect.stringMatching(/^The answer holds 200,003 characters/),
      });
  });

  test("what is nested too deeply is unscored, and the next answer is judged", async () => {
    for (const open of ["[", "(", "a(", "{", "-", "a+", "{a:"]) {
      const graded = await grade({ output: open.repeat(100_000).slice(0, 200_000) });
      if (graded.status === "unscored") expect(graded.reason).toMatch(/nested too deeply|did not end/);
    }
    expect(await grade({ output: snippets[language]?.valid[0] ?? "" })).toMatchObject({ score: 1 });
  });
});

describe.each(["sqlite", "postgresql"])("SQL of %s", { timeout: 120_000 }, (dialect) => {
  const grade = isolatedGrader("syntax", { language: "sql", dialect });

  test.each([
    "select 1",
    "select * from no_such_table; drop table other;",
    "with a as (select 1) select * from a where x in (1, 2)",
    "insert into t (a, b) values (1, 'x;y')",
    "create table t (a int primary key, b text not null)",
  ])("%j is valid", async (output) => {
    expect(await grade({ output })).toMatchObject({ score: 1 });
  });

  test.each([
    ["selec 1", /line 1, column 1/],
    ["select 1;\nselect * frm t where", /line 2, column 10/],
    ["select (", /line 1, column 9/],
    ["select 'é',\n  a b c from t", /line 2, column 7/],
    ["-- only a comment", /no statement/],
  ])("%j is not", async (output, reason) => {
    expect(await grade({ output })).toMatchObject({ score: 0, reason: expect.stringMatching(reason) });
  });
});

test("PostgreSQL parses and runs nothing, also behind a ROLLBACK", { timeout: 120_000 }, async () => {
  const parse = isolatedGrader("syntax", { language: "sql", dialect: "postgresql" });
  expect(await parse({ output: "rollback; create table left_behind (a int)" })).toMatchObject({ score: 1 });
  const run = isolatedGrader("sql-result", { dialect: "postgresql", fixture: "" });
  expect(await run({ expected: [[1]], output: "select * from left_behind" })).toMatchObject({
    reason: /does not exist/,
  });
});
