import { isPlainObject } from "../../json/leaf-fields.ts";
import type { Question } from "../ask-judges.ts";

export type JudgedItem = { number: number; text: string; reason: string; holds: boolean };
export type ListVerdict = JudgedItem[];
type Asked = Pick<Question<ListVerdict>, "rules" | "shape" | "responseSchema" | "reader">;

const maxItems = 500;

type ListShape = {
  /** The key of the list, and that of the verdict on each item. */
  list: string;
  verdict: string;
  /** How many numbered items were given; null when the judge splits a text into items itself. */
  given: number | null;
};

/** Asks for a verdict on each of a list of items: given ones by their numbers, each exactly once, or ones that the judge finds. */
export function listQuestion({ list, verdict, given }: ListShape): Asked {
  const name = given === null ? "statement" : "number";
  const example = given === null ? '"the statement"' : "1";
  return {
    rules: given === null ? "" : `There are ${given}. Judge each exactly once.`,
    shape: `{"${list}": [{"${name}": ${example}, "reason": "one sentence", "${verdict}": true or false}, …]}`,
    responseSchema: {
      type: "object",
      properties: {
        [list]: {
          type: "array",
          items: {
            type: "object",
            properties: {
              [name]: { type: given === null ? "string" : "integer" },
              reason: { type: "string" },
              [verdict]: { type: "boolean" },
            },
            required: [name, "reason", verdict],
            additionalProperties: false,
          },
        },
      },
      required: [list],
      additionalProperties: false,
    },
    reader: {
      ofJson(value) {
        const items = isPlainObject(value) && Object.hasOwn(value, list) ? value[list] : null;
        if (!Array.isArray(items) || items.length > maxItems) return null;
        const read = items.flatMap((item, index) => readItem(item, index, name, verdict) ?? []);
        if (read.length < items.length) return null;
        return given === null || coversAll(read, given) ? read.sort((a, b) => a.number - b.number) : null;
      },
      ofWord: () => null,
      keyOf: (items) => JSON.stringify(items.map(({ number, text, holds }) => [number, text, holds])),
    },
  };
}

function readItem(item: unknown, index: number, name: string, verdict: string): JudgedItem | null {
  if (!isPlainObject(item)) return null;
  const { [name]: called, [verdict]: holds, reason } = item;
  if (typeof holds !== "boolean") return null;
  const said = typeof reason === "string" ? reason : "";
  if (name === "statement")
    return typeof called === "string" ? { number: index + 1, text: called, reason: said, holds } : null;
  return Number.isInteger(called) ? { number: Number(called), text: "", reason: said, holds } : null;
}

function coversAll(items: readonly JudgedItem[], given: number): boolean {
  const numbers = new Set(items.map(({ number }) => number));
  return (
    items.length === given && Array.from({ length: given }, (_, i) => i + 1).every((n) => numbers.has(n))
  );
}
