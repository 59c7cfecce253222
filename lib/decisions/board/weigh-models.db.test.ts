import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import type { QuestionInput } from "../question/question-schema.ts";
import { weighable } from "../testing/weighable.ts";
import type { Board } from "./board-schema.ts";
import { weighModels } from "./weigh-models.ts";

let workspace: TestWorkspace;
let ctx: Context;
let datasetId: string;
const runs: Record<string, string> = {};
const modelIds: Record<string, string> = {};

beforeAll(async () => {
  workspace = await createTestWorkspace();
  ctx = workspace.ctx;
  const things = await weighable(ctx);
  datasetId = things.datasetId;
  const models = {
    cheap: { passes: 58, costMicroUsd: 10 },
    dear: { passes: 60, costMicroUsd: 100 },
    wasteful: { passes: 58, costMicroUsd: 500, latencyMs: 900 },
    open: { passes: 51, costMicroUsd: 5 },
    weak: { passes: 20, costMicroUsd: 1 },
  };
  for (const [name, run] of Object.entries(models)) {
    const model = await things.addModel(name);
    modelIds[name] = model.modelId;
    runs[name] = (await things.addRun(model.versionId, run)).id;
  }
});

const ask = (more: Partial<QuestionInput> = {}): Promise<Board> =>
  weighModels(ctx, { datasetId, bar: { policy: { passRate: 0.8 } }, ...more });
const nameOf = (runId: string | null | undefined) => Object.entries(runs).find(([, id]) => id === runId)?.[0];

describe("the latest run of every model against a floor of 80 %", () => {
  test("those that clear come first by cost, then what needs evidence, then what misses", async () => {
    const board = await ask();
    expect(board.candidates.map(({ run, standing }) => [nameOf(run.id), standing])).toEqual([
      ["cheap", "clears"],
      ["dear", "clears"],
      ["wasteful", "clears"],
      ["open", "not enough evidence"],
      ["weak", "misses"],
    ]);
    expect(nameOf(board.cheapestRunId)).toBe("cheap");
    expect(board.headline).toMatch(
      /^cheap \S+ is the cheapest model that provably clears the bar: 96\.7.% \[.*\] on 60 cases, \$0\.011 per 1,000 requests\.$/,
    );
  });

  test("what is not proven is named: a cheaper model that needs more cases, and how many", async () => {
    const { notes, candidates } = await ask();
    const open = candidates.find(({ run }) => run.id === runs.open);
    expect(open?.casesNeeded).toBeGreaterThan(50);
    expect(notes[0]).toMatch(
      /^open \S+ is cheaper: about [\d,]+ more cases would tell whether it clears the bar\.$/,
    );
    expect(notes.at(-1)).toContain("Each of the 5 models is held against the bar by itself");
  });

  test("a model that another one makes needless is said to be so, with that one's name", async () => {
    const { candidates } = await ask({ margin: 0.1 });
    const needless = candidates.filter(({ dominatedBy }) => dominatedBy !== null);
    expect(needless.map(({ run }) => nameOf(run.id))).toContain("wasteful");
    expect(needless.find(({ run }) => run.id === runs.wasteful)?.dominatedBy).toMatch(/^(cheap|dear) /);
    expect(candidates.find(({ run }) => run.id === runs.cheap)?.dominatedBy).toBeNull();
  });

  test("limits of cost and hosting are rules with their numbers", async () => {
    const { candidates } = await ask({ bar: { costPer1000MicroUsd: 50_000, selfHostedOnly: true } });
    const rule = (name: string, of: string) =>
      candidates.find(({ run }) => run.id === runs[name])?.rules.find((one) => one.rule === of);
    expect(rule("cheap", "cost per 1,000")).toMatchObject({ verdict: "pass", n: 60, method: "t interval" });
    expect(rule("dear", "cost per 1,000")).toMatchObject({ verdict: "fail", bar: 50_000 });
    expect(rule("dear", "self-hosted")).toMatchObject({ verdict: "pass" });
  });
});

test("no worse than the best, with the family of Holm's correction", async () => {
  const { nearBest } = await ask({ margin: 0.15 });
  expect(nearBest?.family).toBe(4);
  expect(nameOf(nearBest?.bestRunId)).toBe("dear");
  const verdicts = new Map(nearBest?.rows.map(({ runId, verdict }) => [nameOf(runId), verdict]));
  expect(verdicts.get("cheap")).toBe("no worse");
  expect(verdicts.get("weak")).toBe("worse");
  expect(nameOf(nearBest?.cheapestRunId)).toBe("cheap");
});

test("money: the model that earns most, with the interval of the pair", async () => {
  const { earnings } = await ask({
    stakes: { valueOfRightMicroUsd: 1_000_000, costOfWrongMicroUsd: 2_000_000, requestsPerMonth: 10_000 },
  });
  expect(nameOf(earnings?.bestRunId)).toBe("dear");
  const behind = earnings?.rows.find(({ runId }) => runId === runs.cheap)?.behind;
  expect(behind?.lower).toBeLessThan(behind?.value ?? 0);
  expect(behind?.upper).toBeGreaterThan(behind?.value ?? 0);
});

test("a stated cost takes the place of the measured one and says so", async () => {
  const board = await ask({ statedCosts: { [modelIds.cheap ?? ""]: 1_000_000 } });
  expect(nameOf(board.cheapestRunId)).toBe("dear");
  expect(board.notes.join(" ")).toContain("was stated, not measured");
});

test("the same runs and the same question give the same board", async () => {
  expect(await ask()).toEqual(await ask());
});

test("runs can be chosen by hand", async () => {
  const { candidates } = await ask({ runIds: [runs.weak ?? "", runs.open ?? ""] });
  expect(candidates.map(({ run }) => nameOf(run.id))).toEqual(["open", "weak"]);
});

test("without a bar nobody clears it, and the board says so", async () => {
  const board = await ask({ bar: {} });
  expect(board.candidates.every(({ standing }) => standing === null)).toBe(true);
  expect(board.headline).toContain("No bar is set");
});

test("refuses another workspace's dataset and runs, and runs of another dataset", async () => {
  await expect(weighModels(workspace.otherCtx, { datasetId })).rejects.toThrow("There is no dataset");
  await expect(ask({ runIds: [newId()] })).rejects.toThrow("There is no run with the id");
  const other = await weighable(ctx);
  await expect(weighModels(ctx, { datasetId: other.datasetId, runIds: [runs.cheap ?? ""] })).rejects.toThrow(
    "on this dataset",
  );
});
