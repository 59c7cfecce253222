import { describe, expect, test } from "vitest";
import { type CaseDraft, draftOf, emptyDraft, readDraft } from "./case-draft.ts";

const draft = (changes: Partial<CaseDraft>): CaseDraft => ({
  ...emptyDraft,
  input: { mode: "text", text: "question" },
  ...changes,
});

describe("readDraft", () => {
  test("reads back what a draft was made of", () => {
    const contents = [
      {
        input: "text",
        expected: "label",
        tags: ["a"],
        split: "tuning" as const,
        metadata: { k: [1] },
        cluster: "c",
      },
      { input: { q: "x" }, expected: null, tags: [], split: "fresh" as const, metadata: {}, cluster: null },
      { input: ["x"], expected: 5, tags: [], split: "held_out" as const, metadata: {}, cluster: null },
      {
        input: '{"looks": "like JSON"}',
        expected: "true",
        tags: [],
        split: "held_out" as const,
        metadata: {},
        cluster: null,
      },
    ];
    for (const content of contents) expect(readDraft(draftOf(content))).toEqual({ ok: true, content });
  });

  test.each<[string, Partial<CaseDraft>, string, RegExp]>([
    ["an empty input", { input: { mode: "text", text: "" } }, "input", /^The input is empty\.$/],
    ["an empty JSON input", { input: { mode: "json", text: " " } }, "input", /^The input is empty\.$/],
    ["broken JSON", { input: { mode: "json", text: "{oops" } }, "input", /^This is not valid JSON\. /],
    [
      "broken expected JSON",
      { expected: { mode: "json", text: "[1," } },
      "expected",
      /^This is not valid JSON\. /,
    ],
    ["metadata that is a number", { metadata: "5" }, "metadata", /^Metadata is a JSON object/],
    ["a long tag", { tags: ["x".repeat(101)] }, "tags", /^A tag has at most 100 characters\.$/],
  ])("names the field of %s", (_name, changes, field, message) => {
    const read = readDraft(draft(changes));
    expect(read.ok ? {} : read.fields).toMatchObject({ [field]: expect.stringMatching(message) });
  });

  test("empty expected value, metadata and cluster are nothing", () => {
    expect(readDraft(draft({}))).toMatchObject({
      ok: true,
      content: { expected: null, metadata: {}, cluster: null },
    });
  });
});
