import { expect, it } from "vitest";
import { normaliseBaseUrl } from "./normalise-base-url.ts";

it.each([
  [" http://localhost:11434/v1/ ", "http://localhost:11434/v1", null],
  ["https://api.example.com/v1", "https://api.example.com/v1", null],
  ["https://example.com/openai/v1beta//", "https://example.com/openai/v1beta", null],
  ["http://localhost:8000", "http://localhost:8000", expect.stringContaining("/v1")],
  ["http://x/v1/chat/completions", "http://x/v1/chat/completions", expect.stringContaining("Remove")],
])("accepts %j", (text, baseUrl, hint) => {
  expect(normaliseBaseUrl(text)).toEqual({ ok: true, baseUrl, hint });
});

it.each([
  "",
  "localhost:11434",
  "ftp://x/v1",
  "javascript:alert(1)",
  "file:///etc",
  "http://",
  "http://u:p@x/v1",
  "http://x/v1?a=1",
])("refuses %j with a sentence", (text) => {
  expect(normaliseBaseUrl(text)).toEqual({ ok: false, reason: expect.stringMatching(/\.$/) });
});
