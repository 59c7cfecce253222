import { expect, test } from "vitest";
import { readFlags } from "./read-flags.ts";
import { runReference } from "./run-reference.ts";

const kinds = { run: "text", wait: "alone", timeout: "text" } as const;
const read = (...words: string[]) => readFlags("gate", words, kinds);

test("reads texts and flags that stand alone, in any order", () => {
  const flags = read("--wait", "--run=-x", "--timeout", "30");
  expect([flags.has("wait"), flags.text("run"), flags.count("timeout", 60)]).toEqual([true, "-x", 30]);
  expect([flags.text("wait"), read().text("run"), read().count("timeout", 60)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test.each([
  [["--rn", "3"], "There is no flag --rn."],
  [["--constructor"], "There is no flag --constructor."],
  [["3"], '"3" has no place here.'],
  [["--run"], "--run needs something after it."],
  [["--run", "--wait"], "--run needs something after it."],
  [["--run", ""], "--run needs something after it."],
  [["--run", "3", "--run", "4"], "--run is given twice."],
  [["--wait=yes"], "--wait takes nothing after it."],
])("refuses %j", (words, message) => {
  expect(() => read(...words)).toThrow(message);
});

test.each(["0", "61", "1.5", "-1", "ten"])("refuses a timeout of %s", (text) => {
  expect(() => read(`--timeout=${text}`).count("timeout", 60)).toThrow("a whole number from 1 to 60");
});

test("names the flag that is missing", () => {
  expect(() => read("--wait").required("run")).toThrow("Say --run. touchstone gate --help");
});

const id = "01936f2c-0000-7000-8000-000000000001";

test.each([
  ["12", "12"],
  [" #12\n", "12"],
  [id, id],
  [`https://touchstone.example.com/base/runs/${id}`, id],
  [`http://localhost:3000/runs/${id}?case=a\n`, id],
])("%j is the run %s", (text, reference) => {
  expect(runReference(text)).toBe(reference);
});

test.each(["", "latest", "https://touchstone.example.com/runs", "../datasets", `${id}/../x`])(
  "%j is no run",
  (text) => {
    expect(() => runReference(text)).toThrow("is not a run");
  },
);
