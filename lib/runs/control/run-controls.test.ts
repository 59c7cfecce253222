import { expect, test } from "vitest";
import { stateLabels } from "../run-state.ts";
import { allowsControl, type RunControl, refuseUnlessAllowed } from "./run-controls.ts";

const allowed: Record<RunControl, string> = {
  pause: "queued running",
  resume: "failed paused",
  cancel: "failed paused queued running",
  "retry-errored": "cancelled failed finished",
  "grade-again": "finished paused",
  "change-priority": "paused queued running",
  "change-budget": "paused queued running",
};

const states = ["queued", "running", "paused", "cancelling", "cancelled", "finished", "failed"] as const;
const controls = Object.keys(allowed) as RunControl[];

test.each(controls)("%s is possible in these states and no other", (control) => {
  const found = states.filter((state) => allowsControl(control, state)).toSorted();
  expect(found.join(" ")).toBe(allowed[control]);
});

test.each(controls)("%s is refused with the number, the state and the way out", (control) => {
  for (const state of states.filter((one) => !allowsControl(control, one))) {
    const refused = () => refuseUnlessAllowed(control, { number: 12, state });
    expect(refused).toThrow(`Run 12 is in the state "${stateLabels[state]}". `);
  }
});
