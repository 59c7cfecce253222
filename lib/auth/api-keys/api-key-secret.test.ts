import { expect, test } from "vitest";
import { apiKeyOf, hashSecret, newSecret } from "./api-key-secret.ts";

test("a secret has 256 random bits, and its hash and prefix do not give it away", () => {
  const { secret, secretHash, prefix } = newSecret();
  expect(secret).toMatch(/^ts_[\w-]{43}$/);
  expect(Buffer.from(secret.slice(3), "base64url")).toHaveLength(32);
  expect(secretHash).toMatch(/^[0-9a-f]{64}$/);
  expect(hashSecret(secret)).toBe(secretHash);
  expect(secret.startsWith(prefix)).toBe(true);
  expect(prefix).toHaveLength(9);
  expect(newSecret().secret).not.toBe(secret);
});

test.each([
  ["Bearer ts_abc", "ts_abc"],
  ["bearer  ts_abc", "ts_abc"],
  ["Bearer ts_", "ts_"],
  ["Bearer eyJhbGciOi", null],
  ["Basic dHNfYWJj", null],
  ["ts_abc", null],
  ["Bearer ts_abc ts_def", null],
  ["", null],
  [null, null],
])("the key of %j is %j", (header, key) => {
  expect(apiKeyOf(header)).toBe(key);
});
