import { expect, test } from "vitest";
import { estimateProgress } from "./run-progress.ts";

const counts = {
  planned: 100,
  answered: 18,
  passed: 10,
  failed: 5,
  unscored: 1,
  errored: 2,
  costMicroUsd: 7,
  costUnknown: 0,
  cached: 0,
  savedMicroUsd: 0,
  judgeCostMicroUsd: 0,
  judgeCostUnknown: 0,
  budgetMicroUsd: null,
};
const startedAt = new Date(10_000);

test("rate and time left follow from what has ended, errors included", () => {
  const progress = estimateProgress(
    { ...counts, state: "running", stateReason: null, startedAt, finishedAt: null },
    new Date(20_000),
  );
  expect(progress).toMatchObject({
    done: 20,
    perSecond: 2,
    secondsLeft: 40,
    elapsedSeconds: 10,
    ended: false,
  });
});

test("before the first answer nothing is guessed", () => {
  const waiting = { ...counts, answered: 0, errored: 0, state: "queued" as const, stateReason: null };
  const progress = estimateProgress({ ...waiting, startedAt: null, finishedAt: null }, new Date(20_000));
  expect(progress).toMatchObject({ perSecond: null, secondsLeft: null, elapsedSeconds: 0 });
});

test("after the end the clock stands still", () => {
  const progress = estimateProgress(
    { ...counts, state: "cancelled", stateReason: null, startedAt, finishedAt: new Date(14_000) },
    new Date(99_000),
  );
  expect(progress).toMatchObject({ elapsedSeconds: 4, perSecond: 5, secondsLeft: 0, ended: true });
});
