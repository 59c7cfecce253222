import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ProviderError } from "#lib/providers/provider-error.ts";
import { renderMessages, type TemplateValues, templateFields, unknownFields } from "./prompt-template.ts";

const user = (content: string) => [{ role: "user" as const, content }];
const values: TemplateValues = {
  input: {
    text: "Where is my card?",
    nested: { deep: { value: 7 }, list: ["a", { b: "c" }] },
    empty: "",
    nothing: null,
    "customer name": "Ada",
    "dotted.key": "found",
    "really?": "yes",
    braces: "{{input.text}} {{metadata.secret}}",
    dollars: "$& $1 $$",
  },
  metadata: { channel: "chat", secret: "s3cret", flags: [1, true] },
  tags: ["hard", "short"],
};
const render = (content: string, given = values) => renderMessages(user(content), given)[0]?.content;

describe("renderMessages", () => {
  test.each([
    ["{{input.text}}", "Where is my card?"],
    ["{{ input.text }}!", "Where is my card?!"],
    ["{{ input . text }}", "Where is my card?"],
    ["{{input.customer name}}", "Ada"],
    ["{{input.dotted.key}}", "found"],
    ["{{input.nested.deep.value}}", "7"],
    ["{{input.nested.deep}}", '{"value":7}'],
    ["{{input.nested.list.1.b}}", "c"],
    ["[{{input.empty}}]", "[]"],
    ["{{input.nothing}}", "null"],
    ["{{metadata.channel}} {{metadata.flags}}", "chat [1,true]"],
    ["{{tags}}", '["hard","short"]'],
    ["[{{input.absent?}}] [{{metadata.absent ?}}]", "[] []"],
    ["{{{input.text}}}", "{Where is my card?}"],
    ["{{input.{{metadata.channel}}}}", "{{input.chat}}"],
    ["{{input.braces}}", "{{input.text}} {{metadata.secret}}"],
    ["{{input.dollars}}", "$& $1 $$"],
    ["\\{{input.text}}", "{{input.text}}"],
    ['{{"label": "x"}}', '{{"label": "x"}}'],
    ["{{}} {{ }} {{input.text", "{{}} {{ }} {{input.text"],
    ["{{input\n.text}}", "{{input\n.text}}"],
    ["no fields", "no fields"],
  ])("%s", (template, expected) => {
    expect(render(template)).toBe(expected);
  });

  test("a text input is inserted as it is, another one as JSON", () => {
    expect(render("{{input}}", { ...values, input: "plain" })).toBe("plain");
    expect(render("{{input}}", { ...values, input: { a: [1] } })).toBe('{"a":[1]}');
    expect(render("{{input}}", { ...values, input: null })).toBe("null");
  });

  test.each([
    "{{input.absent}}",
    "{{input.text.length}}",
    "{{input.nested.list.length}}",
    "{{input.nested.list.9}}",
    "{{input.__proto__}}",
    "{{input.constructor}}",
    "{{input.constructor.prototype}}",
    "{{input.toString}}",
    "{{metadata.hasOwnProperty}}",
    "{{tags.0.constructor}}",
    "{{input.}}",
    `{{input.${"a.".repeat(100)}a}}`,
  ])("%s is refused with a sentence", (template) => {
    expect(() => render(template)).toThrow(ProviderError);
    expect(() => render(template)).toThrow(/^The prompt names \{\{.+\}\}, and this case has no such field\./);
  });

  test.each([
    "{{constructor}}",
    "{{__proto__}}",
    "{{text}}",
    "{{text?}}",
    "{{#each tags}}",
    "{{input text}}",
  ])("%s is refused with the roots that exist", (template) => {
    expect(() => render(template)).toThrow(ProviderError);
    expect(() => render(template)).toThrow("Fields begin with input, metadata or tags");
  });

  test("an own key called __proto__ is only a key", () => {
    const input: unknown = JSON.parse('{"__proto__": {"polluted": "text"}}');
    expect(render("{{input.__proto__.polluted}}", { ...values, input })).toBe("text");
    expect("polluted" in {}).toBe(false);
  });

  test("keeps roles and order and does not change its arguments", () => {
    const messages = Object.freeze([
      Object.freeze({ role: "system" as const, content: "Be brief." }),
      Object.freeze({ role: "user" as const, content: "{{input.text}}" }),
    ]);
    expect(renderMessages(messages, values)).toEqual([
      { role: "system", content: "Be brief." },
      { role: "user", content: "Where is my card?" },
    ]);
  });

  test.each([
    ["open braces", "{".repeat(1_000_000)],
    ["half placeholders", "{{a".repeat(350_000)],
    ["pairs of braces", "{{}}".repeat(250_000)],
    ["backslashes", "\\".repeat(1_000_000)],
    ["spaces", `{{${" ".repeat(999_990)}}}`],
    ["dots", `{{input${".".repeat(999_990)}}}`],
  ])("1 MB of %s comes back unchanged", (_name, text) => {
    expect(render(text)).toBe(text);
  });

  test("1 MB of real fields is filled in, and a template that multiplies a long input is refused", () => {
    expect(render("{{input.text}} ".repeat(66_000))?.length).toBe(66_000 * 18);
    const long = { ...values, input: "x".repeat(1_000_000) };
    expect(render("{{input}}", long)?.length).toBe(1_000_000);
    expect(() => render("{{input}}".repeat(20_000), long)).toThrow("longer than 8,000,000 characters");
  });

  test("inserts any text exactly once and unread, whatever is in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (value, around) => {
        const plain = around.replaceAll(/[{}\\]/g, "");
        const input = { text: value };
        expect(render(`${plain}{{input.text}}${plain}`, { ...values, input })).toBe(
          `${plain}${value}${plain}`,
        );
      }),
    );
  });

  test("any template either renders or says which field is wrong", () => {
    const piece = fc.constantFrom(
      "{{",
      "}}",
      "{",
      "}",
      "input",
      ".",
      "text",
      "metadata",
      "?",
      "\\",
      " ",
      "#",
      "x",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          expect(typeof render(pieces.join(""))).toBe("string");
        } catch (error) {
          expect(error).toBeInstanceOf(ProviderError);
        }
      }),
    );
  });
});

describe("templateFields", () => {
  test("lists each field once, in order, over all messages", () => {
    const messages = [
      ...user("{{ input.b }} {{input.a}} {{input.b?}}"),
      ...user("{{tags}} {{text}} \\{{input.c}}"),
    ];
    expect(templateFields(messages)).toEqual(["input.b", "input.a", "tags", "text"]);
  });
});

describe("unknownFields", () => {
  test.each([
    ["{{input.text}}", [{ text: "a" }], []],
    ["{{input.txt}}", [{ text: "a" }], ["input.txt"]],
    ["{{input.rare}}", [{ text: "a" }, { text: "b", rare: 1 }], []],
    ["{{input.typo?}}", [{ text: "a" }], ["input.typo"]],
    ["{{input.text}}", ["only text"], ["input.text"]],
    ["{{input}}", ["only text"], []],
    ["{{input.anything}}", [], []],
    ["{{text}} {{constructor}}", [{ text: "a" }], ["text", "constructor"]],
    ["{{input.__proto__}}", [{ text: "a" }], ["input.__proto__"]],
    ["{{tags}} {{tags.0}}", [{ text: "a" }], ["tags.0"]],
    ['{{"a": 1}}', [{ text: "a" }], []],
  ])("%s against %j", (template, samples, expected) => {
    expect(unknownFields(user(template), samples)).toEqual(expected);
  });

  test("checks metadata when there are samples of it", () => {
    expect(unknownFields(user("{{metadata.x}}"), ["a"])).toEqual([]);
    expect(unknownFields(user("{{metadata.x}}"), ["a"], [{ y: 1 }])).toEqual(["metadata.x"]);
  });
});
