import { afterAll, expect, test } from "vitest";
import { AppError } from "#lib/errors/app-error.ts";
import { openProgramRunner } from "./programs/local-programs.ts";
import { graderKind, graderKinds } from "./registry.ts";
import { localServices } from "./services/local-services.ts";
import { describeGraderContract } from "./testing/grader-contract.ts";
import { describeRemoteContract } from "./testing/remote-contract.ts";

for (const kind of graderKinds) {
  if (kind.execution === "remote") describeRemoteContract(kind);
  else describeGraderContract(kind, localServices());
}

afterAll(() => openProgramRunner().close());

test("every kind has its own name", () => {
  expect(new Set(graderKinds.map((kind) => kind.kind)).size).toBe(graderKinds.length);
});

test("a kind that does not exist is refused by name", () => {
  expect(() => graderKind("constructor")).toThrow(AppError);
  expect(() => graderKind("constructor")).toThrow("constructor");
});
