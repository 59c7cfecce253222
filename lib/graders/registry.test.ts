import { expect, test } from "vitest";
import { AppError } from "#lib/errors/app-error.ts";
import { graderKind, graderKinds } from "./registry.ts";
import { describeGraderContract } from "./testing/grader-contract.ts";

for (const kind of graderKinds) if (kind.execution === "inline") describeGraderContract(kind);

test("every kind has its own name", () => {
  expect(new Set(graderKinds.map((kind) => kind.kind)).size).toBe(graderKinds.length);
});

test("a kind that does not exist is refused by name", () => {
  expect(() => graderKind("constructor")).toThrow(AppError);
  expect(() => graderKind("constructor")).toThrow("constructor");
});
