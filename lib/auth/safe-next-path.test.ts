import fc from "fast-check";
import { expect, test } from "vitest";
import { safeNextPath } from "./safe-next-path.ts";

test.each([
  ["/runs/1?case=2#diff", "/runs/1?case=2#diff"],
  ["/invitation?token=abc", "/invitation?token=abc"],
  ["/datasets/../models", "/models"],
  ["/signs", "/signs"],
])("%j stays %j", (wanted, path) => {
  expect(safeNextPath(wanted)).toBe(path);
});

test.each([
  undefined,
  "",
  "//evil.test",
  "///evil.test",
  "/\\evil.test",
  "\\\\evil.test",
  "/\t/evil.test",
  "/\n/evil.test",
  "/.//evil.test",
  "/x/..//evil.test",
  "https://evil.test",
  "https:evil.test",
  "javascript:alert(1)",
  " //evil.test",
  "runs",
  "/sign-in?next=/sign-in",
  "/setup?token=x",
  "/api/auth/signout",
])("%j is refused", (wanted) => {
  expect(safeNextPath(wanted)).toBe("/");
});

test("whatever comes in, a browser that follows the result stays on this site", () => {
  const character = fc.constantFrom(
    "/",
    "\\",
    ".",
    "\t",
    "\n",
    " ",
    "@",
    ":",
    "%2f",
    "%5c",
    "evil.test",
    "?",
    "#",
    "a",
  );
  fc.assert(
    fc.property(fc.array(character, { maxLength: 12 }), (parts) => {
      const site = "https://touchstone.test";
      expect(new URL(safeNextPath(parts.join("")), site).origin).toBe(site);
    }),
    { numRuns: 5_000 },
  );
});
