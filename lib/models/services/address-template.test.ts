import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnswerRequest } from "#lib/providers/provider.ts";
import { buildServicePath, readServiceAddress } from "./address-template.ts";

const request: AnswerRequest = {
  messages: [{ role: "user", content: "Where is it?" }],
  input: { topic: "a/b?c#d", count: 3, list: [1, "x"], empty: "", dots: "..", dot: "." },
  metadata: { channel: "chat & mail" },
  tags: ["hard"],
  caseKey: "c-7",
  repetition: 2,
  parameters: {},
};
const build = (behindHost: string, of: Partial<AnswerRequest> = {}) =>
  buildServicePath(`https://agent.test:8443${behindHost}`, { ...request, ...of }, "agent-1");

describe("readServiceAddress", () => {
  test.each([
    ["https://Agent.test", "https://agent.test/"],
    ["https://agent.test/v1/{{key}}/x", "https://agent.test/v1/{{key}}/x"],
    ["http://agent.test:80/a b?q={{ prompt }}&n=1", "http://agent.test/a%20b?q={{ prompt }}&n=1"],
    ["https://agent.test/{{input.a?}}?{{input.b?}}", "https://agent.test/{{input.a?}}?{{input.b?}}"],
  ])("%s is %s", (text, address) => {
    expect(readServiceAddress(text)).toMatchObject({ ok: true, address });
  });

  test.each([
    ["https://{{input.host}}/x", /not in its host/],
    ["https://agent.test.{{input}}/x", /not in its host/],
    ["https://agent.test:{{input}}/x", /not in its host/],
    ["https://{{input}}@agent.test/x", /not in its host/],
    ["http:/{{input}}/x", /Enter the address/],
    ["{{input}}", /Enter the address/],
    ["https:\\\\{{input}}\\x", /Enter the address/],
    ["ftp://agent.test/{{input}}", /Enter the address/],
    ["https://agent.test/{{topic}}", /names \{\{topic\}\}/],
  ])("refuses %s", (text, reason) => {
    expect(readServiceAddress(text)).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
  });
});

describe("buildServicePath", () => {
  test.each([
    ["/plain?a=%20b", "/plain?a=%20b"],
    ["/t/{{input.topic}}/end", "/t/a%2Fb%3Fc%23d/end"],
    ["/t?q={{input.topic}}&who={{metadata.channel}}", "/t?q=a%2Fb%3Fc%23d&who=chat%20%26%20mail"],
    ["/{{key}}-{{repetition}}/{{model}}?n={{input.count}}", "/c-7-2/agent-1?n=3"],
    ["/x?list={{input.list}}", "/x?list=%5B1%2C%22x%22%5D"],
    ["/x?a={{input.none?}}&b=1&seed={{seed}}", "/x?b=1"],
    ["/x?a={{input.none?}}", "/x"],
    ["/x?a=<{{input.none?}}>", "/x?a=<>"],
    ["/x/{{input.empty}}/y", "/x//y"],
  ])("%s becomes %s", (address, path) => {
    expect(build(address)).toBe(path);
  });

  test.each([
    "/v1/{{input.dots}}/admin",
    "/v1/.{{input.dot}}/admin",
    "/{{input.dot}}",
    "/%2e{{input.dot}}/x",
  ])("%s is refused where it would leave its path", (address) => {
    expect(() => build(address)).toThrow(/leads to another path/);
  });

  test("names what a case lacks, and refuses what no server takes", () => {
    expect(() => build("/x?q={{input.none}}")).toThrow(/^The address names \{\{input\.none\}\}/);
    const long = { input: { topic: "é".repeat(5_000) } };
    expect(() => build("/x?q={{input.topic}}", long)).toThrow(/30,005 characters.*in the body, with POST/);
  });

  test("no case can change the host, the path or the other parameters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        if (/^\.{1,2}$/.test(text)) return;
        const path = build("/v1/{{input}}/end?a={{input}}&b=2", { input: text });
        const url = new URL(path, "https://agent.test:8443");
        expect(url.host).toBe("agent.test:8443");
        expect(path).toMatch(/^\/v1\/[^/?#&]*\/end\?a=[^/?#&]*&b=2$/);
        expect(url.searchParams.get("a")).toBe(text.toWellFormed());
        expect(url.searchParams.get("b")).toBe("2");
        expect(url.pathname.split("/")).toHaveLength(4);
      }),
    );
  });
});
