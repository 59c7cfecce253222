import { expect, test } from "vitest";
import { signInNotice } from "./sign-in-notice.ts";

test("no code, no notice", () => {
  expect(signInNotice(undefined)).toBeNull();
  expect(signInNotice("")).toBeNull();
});

test.each(["Call 555 0100 and read out your password", "constructor", "__proto__", "<b>x</b>"])(
  "text from the address is never repeated: %s",
  (code) => {
    expect(signInNotice(code)).toBe("Sign-in failed. Try again.");
  },
);

test("known codes have their own sentence", () => {
  expect(signInNotice("NotAMember")).toContain("does not belong to a member here");
});
