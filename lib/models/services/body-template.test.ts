import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnswerRequest } from "#lib/providers/provider.ts";
import { buildServiceBody, checkBodyTemplate } from "./body-template.ts";

const request: AnswerRequest = {
  messages: [
    { role: "system", content: "Be brief." },
    { role: "user", content: "Where is it?" },
  ],
  input: { text: 'say "hi"', count: 3, list: [1, { a: null }], "a.b": true },
  metadata: { channel: "chat" },
  tags: ["hard"],
  caseKey: "c-7",
  repetition: 2,
  parameters: { temperature: 0 },
};
const build = (template: unknown, of: Partial<AnswerRequest> = {}) =>
  buildServiceBody(template, { ...request, ...of }, "agent-1");

describe("buildServiceBody", () => {
  test.each<[unknown, unknown]>([
    ["{{input.text}}", 'say "hi"'],
    ["{{input.count}}", 3],
    ["{{ input.list }}", [1, { a: null }]],
    ["{{input.a.b}}", true],
    ["Q: {{input.text}} ({{input.count}}, {{tags}})", 'Q: say "hi" (3, ["hard"])'],
    ["{{prompt}}", "Be brief.\n\nWhere is it?"],
    ["{{messages}}", request.messages],
    ["{{key}}/{{repetition}}/{{model}}", "c-7/2/agent-1"],
    ["{{parameters.temperature}}", 0],
    [
      { a: "{{input.none?}}", b: ["{{input.none?}}"], c: "[{{input.none?}}]" },
      { b: [null], c: "[]" },
    ],
    [{ seed: "{{seed}}" }, {}],
    [
      { stream: false, n: null, "{{input.text}}": 1 },
      { stream: false, n: null, "{{input.text}}": 1 },
    ],
  ])("%j", (template, body) => {
    expect(build(template)).toEqual(body);
  });

  test("has the seed where there is one", () => {
    expect(build({ seed: "{{seed}}" }, { seed: 9 })).toEqual({ seed: 9 });
  });

  test.each(["{{input.none}}", "x {{metadata.none}}", "{{input.constructor}}", "{{input.text.length}}"])(
    "%s is refused with its name",
    (template) => {
      expect(() => build(template)).toThrow(/^The body names \{\{.+\}\}, and this case has no such field/);
    },
  );

  test("no case can change the form of the body", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const template = JSON.parse('{"a":"{{input}}","b":"<{{input}}>","role":"user"}');
        const body = JSON.parse(JSON.stringify(build(template, { input: text })));
        expect(body).toEqual({ a: text.toWellFormed() === text ? text : body.a, b: body.b, role: "user" });
        expect(Object.keys(body)).toEqual(["a", "b", "role"]);
      }),
    );
  });

  test("text from a case is not expanded again", () => {
    expect(build("{{input.text}}!", { input: { text: "{{metadata.channel}}" } })).toBe(
      "{{metadata.channel}}!",
    );
  });
});

describe("checkBodyTemplate", () => {
  test.each(['{"a": "{{input.x}}", "b": ["{{messages}}", 1]}', '"{{prompt}}"', "[]"])(
    "takes %s",
    (template) => {
      expect(checkBodyTemplate(template)).toBeNull();
    },
  );

  test.each([
    ["", /as JSON/],
    ['{"a": {{input}}}', /as JSON/],
    ['{"a": "{{text}}"}', /names \{\{text\}\}/],
    ['{"a": ["x {{constructor}}"]}', /names \{\{constructor\}\}/],
  ])("refuses %s", (template, message) => {
    expect(checkBodyTemplate(template)).toMatch(message);
  });
});
