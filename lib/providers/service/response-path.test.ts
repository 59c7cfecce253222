import { expect, it } from "vitest";
import { parseResponsePath, valueAt } from "./response-path.ts";

const answer = { data: { items: [{ text: "first" }, ["a", "b"]], "with-dash": 1 }, "0": "zero" };

it.each<[string, unknown]>([
  ["", answer],
  ["data.items[0].text", "first"],
  [" data.items[1][1] ", "b"],
  ["data.with-dash", 1],
  ["0", "zero"],
  ["data.items[7].text", undefined],
  ["data.items.length", undefined],
  ["constructor", undefined],
  ["__proto__.x", undefined],
])("%s", (path, value) => {
  const parsed = parseResponsePath(path);
  expect(parsed.ok && valueAt(answer, parsed.steps)).toEqual(value);
});

it.each(["a..b", ".a", "a.", "a[x]", "a[0", "a b", "a[0]b", "$.a[*]x y", "x".repeat(400)])(
  "refuses %s",
  (path) => {
    expect(parseResponsePath(path).ok).toBe(false);
  },
);
