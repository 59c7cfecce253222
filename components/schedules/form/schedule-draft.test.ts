import { expect, test } from "vitest";
import { readScheduleDraft, scheduleDraftOf } from "./schedule-draft.ts";

const good = { ...scheduleDraftOf(null, "d1"), name: "Nightly", modelIds: ["m1"] };

test("a new schedule is nightly, with no more than a name and a model missing", () => {
  expect(Object.keys(readScheduleDraft(scheduleDraftOf(null, "d1")).problems)).toEqual(["name", "modelIds"]);
  expect(readScheduleDraft(good)).toMatchObject({
    problems: {},
    content: { cron: "0 2 * * *", timeZone: "UTC", options: { repetitions: 1, budgetMicroUsd: null } },
  });
});

test.each([
  ["repetitions", { options: { ...good.options, repetitions: "1.5" } }, "options.repetitions"],
  ["a budget", { options: { ...good.options, budget: "free" } }, "options.budgetMicroUsd"],
  ["tries", { options: { ...good.options, tries: "21" } }, "options.maxTries"],
  ["a dataset", { datasetId: "" }, "datasetId"],
])("%s is told at its field: %j", (_what, change, field) => {
  expect(Object.keys(readScheduleDraft({ ...good, ...change }).problems)).toEqual([field]);
});

test("the model in production is model enough", () => {
  expect(readScheduleDraft({ ...good, modelIds: [], productionModel: true }).problems).toEqual({});
});

test("a stored schedule is read back as it was", () => {
  const options = {
    splits: ["held_out" as const],
    repetitions: 3,
    useCache: true,
    budgetMicroUsd: 2_500_000,
    priority: "high" as const,
    maxTries: 7,
  };
  const stored = {
    id: "s1",
    name: "Hourly",
    dataset: { id: "d1", name: "Support" },
    verdictRule: { kind: "all" as const },
    models: [{ id: "m1", name: "Small" }],
    productionModel: true,
    inProduction: null,
    cron: "0 * * * *",
    timeZone: "Europe/Berlin",
    options,
    enabled: true,
    archivedAt: null,
    nextStartAt: null,
    lastError: null,
    createdAt: new Date(),
    createdBy: "Ada",
  };
  expect(readScheduleDraft(scheduleDraftOf(stored, null)).content).toEqual({
    name: "Hourly",
    datasetId: "d1",
    modelIds: ["m1"],
    productionModel: true,
    cron: "0 * * * *",
    timeZone: "Europe/Berlin",
    options,
  });
});
