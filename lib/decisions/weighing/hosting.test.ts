import { expect, test } from "vitest";
import { hostingOf, isPrivateAddress } from "./hosting.ts";

test.each([
  ["http://localhost:8000/v1", true],
  ["http://127.0.0.1:11434", true],
  ["http://10.2.3.4/v1", true],
  ["http://172.31.0.9", true],
  ["http://172.32.0.9", false],
  ["http://192.168.1.5:8080", true],
  ["http://100.64.0.1", true],
  ["http://[::1]:8000", true],
  ["http://[fd12::1]", true],
  ["http://[::ffff:10.0.0.1]", true],
  ["http://[2001:db8::1]", false],
  ["http://vllm:8000", true],
  ["https://models.example.internal", true],
  ["https://api.example.com", false],
  ["https://localhost.example.com", false],
  ["https://8.8.8.8", false],
  // The URL standard reads this as 127.0.0.1.
  ["http://0x7f000001/", true],
  ["not an address", false],
])("%s is private: %s", (address, expected) => {
  expect(isPrivateAddress(address)).toBe(expected);
});

test.each([
  [{ provider: "built_in", connection: null }, "own machines"],
  [{ provider: "recorded", connection: null }, "unknown"],
  [{ provider: "connection", connection: { kind: "command", baseUrl: "/usr/bin/llm" } }, "own machines"],
  [
    { provider: "connection", connection: { kind: "openai", baseUrl: "https://api.openai.com/v1" } },
    "outside",
  ],
  [
    {
      provider: "connection",
      connection: { kind: "openai_compatible", baseUrl: "http://gpu-1.lan:8000/v1" },
    },
    "own machines",
  ],
] as const)("%j answers on %s", (model, expected) => {
  expect(hostingOf(model)).toBe(expected);
});
