import { isPlainObject } from "../../json/leaf-fields.ts";
import type { Question } from "../ask-judges.ts";
import type { RubricConfig } from "./rubric-config.ts";

export type CriteriaVerdict = { pass: boolean; reason: string }[];
type Asked = Pick<Question<CriteriaVerdict>, "rules" | "shape" | "responseSchema" | "reader">;

/** Asks for pass or fail on each criterion, reason first. In the answer they are called c1, c2, … */
export function criteriaQuestion({ criteria, instructions }: RubricConfig): Asked {
  const list = criteria.map(({ name, description }, index) => {
    const text = description.trim();
    return `c${index + 1}. ${name}${text === "" ? "" : `: ${text}`}`;
  });
  const one = '{"reason": "one or two sentences", "pass": true or false}';
  return {
    rules: [`The criteria. Each is met (pass) or not:\n${list.join("\n")}`, instructions.trim()]
      .filter((part) => part !== "")
      .join("\n\n"),
    shape: `{${criteria.map((_, index) => `"c${index + 1}": ${one}`).join(", ")}}`,
    responseSchema: responseSchema(criteria.length),
    reader: {
      ofJson: (value) => readAll(value, criteria.length),
      ofWord: (word) => readWord(word, criteria.length),
      keyOf: (verdict) => verdict.map(({ pass }) => (pass ? "1" : "0")).join(""),
    },
  };
}

function responseSchema(count: number): Record<string, unknown> {
  const names = Array.from({ length: count }, (_, index) => `c${index + 1}`);
  const criterion = {
    type: "object",
    properties: { reason: { type: "string" }, pass: { type: "boolean" } },
    required: ["reason", "pass"],
    additionalProperties: false,
  };
  return {
    type: "object",
    properties: Object.fromEntries(names.map((name) => [name, criterion])),
    required: names,
    additionalProperties: false,
  };
}

/** Null unless every criterion has a `pass` that is true or false: a verdict that is left out is not a verdict. */
function readAll(value: unknown, count: number): CriteriaVerdict | null {
  if (!isPlainObject(value)) return null;
  const single = count === 1 && !Object.hasOwn(value, "c1") ? readOne(value) : null;
  if (single !== null) return [single];
  const verdicts: CriteriaVerdict = [];
  for (let index = 1; index <= count; index++) {
    const verdict = Object.hasOwn(value, `c${index}`) ? readOne(value[`c${index}`]) : null;
    if (verdict === null) return null;
    verdicts.push(verdict);
  }
  return verdicts;
}

function readOne(value: unknown): CriteriaVerdict[number] | null {
  if (!isPlainObject(value) || !Object.hasOwn(value, "pass") || typeof value.pass !== "boolean") return null;
  return { pass: value.pass, reason: typeof value.reason === "string" ? value.reason.trim() : "" };
}

function readWord(word: string, count: number): CriteriaVerdict | null {
  const said = word.trim().toLowerCase();
  const pass =
    said === "pass" || said === "passed" ? true : said === "fail" || said === "failed" ? false : null;
  return pass === null || count > 1 ? null : [{ pass, reason: "" }];
}
