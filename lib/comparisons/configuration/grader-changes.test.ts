import { expect, test } from "vitest";
import type { ComparedGrader } from "../compared-run.ts";
import { graderChanges } from "./grader-changes.ts";

const grader = (graderId: string, number: number): ComparedGrader => ({
  graderVersionId: `${graderId} ${number}`,
  graderId,
  name: graderId.toUpperCase(),
  number,
  weight: 1,
  critical: false,
  direction: "higher",
});
const versions = ["exact 1", "exact 2", "f1 1", "judge 1"].map((id) => ({
  id,
  number: Number(id.at(-1)),
  config: { of: id },
}));

test("lists graders that came, went or have another version, and nothing that is the same", () => {
  const changes = graderChanges(
    [grader("exact", 1), grader("f1", 1)],
    [grader("exact", 2), grader("f1", 1), grader("judge", 1)],
    versions,
  );
  expect(changes).toEqual([
    {
      graderId: "exact",
      name: "EXACT",
      a: { number: 1, settings: { config: { of: "exact 1" } } },
      b: { number: 2, settings: { config: { of: "exact 2" } } },
    },
    { graderId: "judge", name: "JUDGE", a: null, b: { number: 1, settings: { config: { of: "judge 1" } } } },
  ]);
});
