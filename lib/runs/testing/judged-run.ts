import type { Context } from "#lib/context/context.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { newId } from "#lib/ids/new-id.ts";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { serverModel } from "#lib/testing/factories/server-model.ts";
import { startedRun } from "#lib/testing/factories/started-run.ts";

type JudgedRun = {
  cases: number;
  baseUrl: string;
  judge: { baseUrl: string; apiKey?: string; maxConcurrency?: number; timeoutSeconds?: number };
  samples?: number;
};

/** A queued run of echo cases that exact match and a judge with one criterion decide. */
export async function judgedRun(ctx: Context, { cases, baseUrl, judge, samples = 1 }: JudgedRun) {
  const model = await serverModel(ctx, judge);
  const grader = await createGrader(ctx, {
    name: `Judge ${newId()}`,
    kind: "judge-rubric",
    config: {
      judges: [model.versionId],
      samples,
      promptVersion: 1,
      scale: "criteria",
      criteria: [{ name: "Correct", description: "", weight: 1 }],
      combine: "all",
      choices: [
        { label: "Good", description: "", score: 1 },
        { label: "Bad", description: "", score: 0 },
      ],
      reference: "when-there",
      instructions: "",
    },
  });
  const run = await startedRun(ctx, {
    cases: echoCases(cases),
    baseUrl,
    graderVersionIds: [grader.versionId],
  });
  return { ...run, judge: model, judgeVersionId: grader.versionId };
}

/** What the fake judge says: a text that does not depend on the answer, and the words that it is made of. */
export const passVerdict = '{"c1": {"reason": "It is right.", "pass": true}}';
