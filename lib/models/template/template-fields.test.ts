import { describe, expect, test } from "vitest";
import { renderMessages } from "../prompt-template.ts";
import { availableFields } from "./available-fields.ts";
import { closestField } from "./closest-field.ts";
import { describeUnknownField } from "./describe-unknown-field.ts";

const sample = (input: unknown, metadata: Record<string, unknown> = {}, tags: string[] = []) => ({
  input,
  metadata,
  tags,
});

describe("closestField", () => {
  test.each([
    ["input.txt", ["input.text", "input.title"], "input.text"],
    ["input.Customer Name", ["input.customer_name"], "input.customer_name"],
    ["input.text", ["input.completely_different"], null],
    ["input.a", [], null],
    [`input.${"x".repeat(100_000)}`, ["input.text"], null],
  ])("%.40s", (name, candidates, expected) => {
    expect(closestField(name, candidates)).toBe(expected);
  });
});

describe("availableFields", () => {
  test("lists nested fields, metadata and tags once", () => {
    const samples = [
      sample({ text: "a", order: { id: 1, items: [{ x: 1 }] } }, { channel: "chat" }),
      sample({ text: "b", extra: null }, { channel: "mail" }, ["hard"]),
    ];
    expect(availableFields(samples)).toEqual([
      "input",
      "input.text",
      "input.order",
      "input.order.id",
      "input.order.items",
      "metadata.channel",
      "input.extra",
      "tags",
    ]);
  });

  test("offers only what can be filled in again", () => {
    const odd = { "a.b": 1, "c d": 2, "{x}": 3, "line\nbreak": 4, "why?": 5, " padded ": 6, __proto__x: 7 };
    for (const field of availableFields([sample(odd)])) {
      const messages = [{ role: "user" as const, content: `{{${field}}}` }];
      expect(() => renderMessages(messages, sample(odd))).not.toThrow();
    }
    expect(availableFields([sample(odd)])).toContain("input.a.b");
    expect(availableFields([sample(odd)])).not.toContain("input.{x}");
  });

  test("stays small on a huge or deep input", () => {
    const wide = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`k${index}`, index]));
    expect(availableFields([sample(wide)])).toHaveLength(60);
    let deep: unknown = 1;
    for (let depth = 0; depth < 5_000; depth++) deep = { d: deep };
    expect(availableFields([sample(deep)])).toHaveLength(5);
  });
});

describe("describeUnknownField", () => {
  test.each([
    ["input.txt", ["input", "input.text"], 'no case of "Tickets" has it. Did you mean {{input.text}}?'],
    ["input.summary", ["input", "input.text"], "There are {{input}}, {{input.text}}."],
    ["text", ["input", "input.text"], "Fields begin with input, metadata or tags, perhaps {{input.text}}."],
    ["constructor", ["input"], "for example {{input}}."],
  ])("%s", (name, available, expected) => {
    const sentence = describeUnknownField(name, "Tickets", available);
    expect(sentence).toContain(`{{${name}}}`);
    expect(sentence).toContain(expected);
  });
});
