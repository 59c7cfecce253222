import { expect, test } from "vitest";
import { newRequestKey } from "./request-key.ts";

test("no two starts have the same name", () => {
  const keys = new Set(Array.from({ length: 1_000 }, newRequestKey));
  expect(keys.size).toBe(1_000);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
});
