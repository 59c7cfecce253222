import { openGrader } from "#lib/graders/open-grader.ts";
import { openProgramRunner } from "#lib/graders/programs/local-programs.ts";
import { graderKind } from "#lib/graders/registry.ts";
import { localServices } from "#lib/graders/services/local-services.ts";

/** Prints how many answers each program judges in a second through the pool, as many at a time as it has processes, and how long it takes to start. */
const millisecondsEach = 3_000;
const atOnce = 4;

const fixture = `CREATE TABLE orders (id INTEGER PRIMARY KEY, customer TEXT, total INTEGER);
INSERT INTO orders VALUES ${Array.from({ length: 1_000 }, (_, index) => `(${index}, 'customer ${index % 50}', ${index * 7})`).join(", ")};`;
const query = "select customer, sum(total) from orders group by customer";
const python = `def f(values):\n${"    if values:\n        values = [v + 1 for v in values]\n".repeat(15)}    return values\n`;

const only = process.argv[2] ?? "";
const subjects: readonly { name: string; kind: string; config: object; expected: unknown; output: string }[] =
  [
    {
      name: "SQL, SQLite, 1,000 rows",
      kind: "sql-result",
      config: { dialect: "sqlite", fixture },
      expected: query,
      output: `${query};`,
    },
    {
      name: "SQL, PostgreSQL, 1,000 rows",
      kind: "sql-result",
      config: { dialect: "postgresql", fixture },
      expected: query,
      output: `${query};`,
    },
    {
      name: "JavaScript unit tests",
      kind: "javascript-tests",
      config: {},
      expected: null,
      output: "const add = (a, b) => a + b;",
    },
    {
      name: "custom JavaScript",
      kind: "custom-javascript",
      config: {},
      expected: "one two three",
      output: "one two",
    },
    {
      name: "syntax of Python",
      kind: "syntax",
      config: { language: "python" },
      expected: null,
      output: python,
    },
    {
      name: "syntax of TypeScript",
      kind: "syntax",
      config: { language: "typescript" },
      expected: null,
      output: "export const add = (a: number, b: number): number => a + b;\n".repeat(15),
    },
    {
      name: "syntax of SQL, SQLite",
      kind: "syntax",
      config: { language: "sql", dialect: "sqlite" },
      expected: null,
      output: query,
    },
  ];

const signal = new AbortController().signal;
for (const { name, kind, config, expected, output } of subjects) {
  if (!name.includes(only)) continue;
  const { defaults, direction, defaultThreshold: threshold } = graderKind(kind);
  const grader = openGrader(
    { kind, config: { ...Object(defaults), ...config }, direction, threshold },
    localServices(),
  );
  const grade = async () => grader.grade({ input: {}, expected, output, metadata: {} }, signal);
  const startedAt = performance.now();
  const first = await grade();
  const firstMs = performance.now() - startedAt;
  await Promise.all(Array.from({ length: atOnce }, grade));
  const begin = performance.now();
  let graded = 0;
  const work = async () => {
    while (performance.now() - begin < millisecondsEach) {
      await grade();
      graded += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const perSecond = Math.round(graded / ((performance.now() - begin) / 1_000));
  const note = first.status === "unscored" ? `  (unscored: ${first.reason})` : "";
  console.log(
    `${name.padEnd(28)} ${perSecond.toLocaleString("en-GB").padStart(7)} a second, the first after ${firstMs.toFixed(0)} ms${note}`,
  );
}
openProgramRunner().close();
