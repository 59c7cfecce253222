import { describe, expect, test } from "vitest";
import { failureSentence } from "../failure-sentence.ts";
import { renderPreview } from "../prompt/render-preview.ts";
import { readTrialInput } from "../prompt/trial-input.ts";
import { arrangeModels, type ModelRow, modelRowOf } from "./arrange-models.ts";
import { priceLabel } from "./price-label.ts";

const row = (name: string, change: Partial<ModelRow> = {}): ModelRow => ({
  id: name,
  name,
  hasModelId: true,
  what: "gpt",
  where: "OpenAI",
  versionNumber: 1,
  inputPrice: null,
  outputPrice: null,
  createdAt: new Date(0),
  ...change,
});

describe("priceLabel", () => {
  test.each([
    [null, null, "unknown"],
    [0, 0, "$0.00"],
    [150_000, 600_000, "$0.15 / $0.60"],
    [0, null, "$0.00 / unknown"],
    [null, 5_000_000, "unknown / $5.00"],
  ])("%j and %j is %s", (inputPrice, outputPrice, expected) => {
    expect(priceLabel({ inputPrice, outputPrice })).toBe(expected);
  });
});

describe("arrangeModels", () => {
  const rows = [row("b2"), row("B10", { versionNumber: 3 }), row("a", { where: "Ollama", versionNumber: 2 })];
  const names = (search: string, sort: Parameters<typeof arrangeModels>[2]) =>
    arrangeModels(rows, search, sort).map((model) => model.name);

  test.each([
    ["", null, ["b2", "B10", "a"]],
    ["", { column: "name", direction: "asc" as const }, ["a", "b2", "B10"]],
    ["", { column: "version", direction: "desc" as const }, ["B10", "a", "b2"]],
    ["gpt ollama", null, ["a"]],
    ["[", null, []],
  ])("search %j, sort %j", (search, sort, expected) => {
    expect(names(search, sort)).toEqual(expected);
  });
});

test("a row of a built-in model says its kind in words", () => {
  const latest = {
    id: "v",
    number: 2,
    provider: "built_in" as const,
    providerModel: null,
    builtInKind: "lead-n",
    inputPrice: 0,
    outputPrice: 0,
    createdAt: new Date(0),
    connection: null,
  };
  const item = { id: "m", name: "Lead", createdAt: new Date(0), archivedAt: null, latest };
  expect(modelRowOf(item, (kind) => `label of ${kind}`)).toMatchObject({
    what: "label of lead-n",
    where: "built in",
    versionNumber: 2,
  });
});

test.each([
  ["plain text", "plain text"],
  ['{"text": "a"}', { text: "a" }],
  [" [1, 2] ", [1, 2]],
  ["{broken", "{broken"],
  ["42", "42"],
])("the typed input %j is read as %j", (text, expected) => {
  expect(readTrialInput(text)).toEqual(expected);
});

test("a preview says what is missing instead of failing", () => {
  const values = { input: { text: "a" }, metadata: {}, tags: [] };
  expect(renderPreview([{ role: "user", content: "{{input.text}}" }], values)).toMatchObject({ ok: true });
  expect(renderPreview([{ role: "user", content: "{{input.txt}}" }], values)).toMatchObject({
    ok: false,
    message: expect.stringContaining("{{input.txt}}"),
  });
});

test.each([
  [{}, "Nothing was saved."],
  [{ name: "Give it a name.", "config.a": "Give it a name." }, "Give it a name."],
  [
    { a: "One.", b: "Two.", c: "Three.", d: "Four." },
    "One. Two. Three. Correct the other marked fields as well.",
  ],
])("the failure of %j reads %s", (fields, expected) => {
  expect(failureSentence({ message: "Nothing was saved.", fields })).toBe(expected);
});
