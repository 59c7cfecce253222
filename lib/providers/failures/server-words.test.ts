import { expect, it } from "vitest";
import { isHtml, serverWords } from "./server-words.ts";

it.each<[string, string]>([
  ['{"error":{"message":"no such model"}}', "no such model"],
  ['{"error":"model not found"}', "model not found"],
  ['{"message":"Forbidden"}', "Forbidden"],
  ['{"object":"error","message":"too long","code":400}', "too long"],
  ['{"detail":"Not Found"}', "Not Found"],
  ['{"detail":[{"msg":"a"},{"msg":"b"}]}', "a; b"],
  ['{"other":1}', '{"other":1}'],
  ["plain\n\twords\u0007", "plain words"],
  ["<html><head><title> Bad\nGateway </title></head><body>x</body></html>", "Bad Gateway"],
  ["<!DOCTYPE html><body><style>a{}</style><p>Sign in</p></body>", "Sign in"],
  ["", ""],
  ["x\uD800", "x\uFFFD"],
])("%j", (body, words) => {
  expect(serverWords(body)).toBe(words);
});

it("is never long, and never slow on a hostile page", () => {
  for (const text of ["x", "<", "<title", "<style", "< ", '{"a":']) {
    const startedAt = performance.now();
    expect(serverWords(`<html>${text.repeat(200_000)}`).length).toBeLessThanOrEqual(500);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  }
});

it.each([
  ["<html>", true],
  [" \n<!doctype HTML>", true],
  ["<xml>", false],
  ["{}", false],
])("isHtml(%j)", (body, expected) => {
  expect(isHtml(body)).toBe(expected);
});
