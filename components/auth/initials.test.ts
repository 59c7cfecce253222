import { expect, test } from "vitest";
import { initials } from "./initials.ts";

test.each([
  ["Ada Lovelace", "AL"],
  ["ada", "A"],
  ["  Grace   Brewster  Hopper ", "GH"],
  ["Émile", "É"],
  ["张 伟", "张伟"],
  ["(support) team", "ST"],
  ["— —", "?"],
  ["", "?"],
])("%j is shown as %s", (name, shown) => {
  expect(initials(name)).toBe(shown);
});
