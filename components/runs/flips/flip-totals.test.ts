import { expect, test } from "vitest";
import { type Flip, noFlips } from "#lib/runs/control/grading/preview/flip.ts";
import { addBatch, LISTED_FLIPS, noTotals } from "./flip-totals.ts";

const flip = (index: number, kind: Flip["kind"]): Flip => ({
  ...{ key: `c-${index}`, caseId: String(index), repetition: 1, graderId: "g", kind },
  ...{ before: "passed", after: "failed", reason: "It is another word." },
});
const batch = {
  looked: 40,
  next: null,
  graders: [{ graderId: "g", counts: { ...noFlips, same: 10, passedToFailed: 30 } }],
  attempts: { ...noFlips, same: 40 },
  flips: Array.from({ length: 30 }, (_, index) => flip(index, "passedToFailed")),
};

test("batches add up, and the first fifty cases of each kind are kept", () => {
  const other = { ...batch, flips: [...batch.flips, flip(99, "toUnscored")] };
  const totals = addBatch(addBatch(noTotals, batch), other);
  expect(totals).toMatchObject({
    looked: 80,
    attempts: { same: 80 },
    graders: { g: { same: 20, passedToFailed: 60 } },
  });
  expect(totals.flips.filter(({ kind }) => kind === "passedToFailed")).toHaveLength(LISTED_FLIPS);
  expect(totals.flips.at(-1)).toMatchObject({ key: "c-99", kind: "toUnscored" });
});
