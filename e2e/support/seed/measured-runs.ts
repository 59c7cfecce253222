import { db } from "#lib/db/database.ts";
import type { PolicyInput } from "#lib/gates/policy/policy-schema.ts";
import { savePolicy } from "#lib/gates/policy/save-policy.ts";
import { measuredDataset } from "#lib/gates/testing/measured-runs.ts";
import { ownerContext } from "./owner-context.ts";
import { withVerbs } from "./with-verbs.ts";

export type MeasuredRuns = { datasetId: string; runs: { id: string; number: number }[] };

/** A dataset of 60 cases in the owner's workspace, with a finished run for each number of passes. */
export async function measuredRuns(passes: readonly number[]): Promise<MeasuredRuns> {
  return await withVerbs(async () => {
    const dataset = await measuredDataset(await ownerContext(), 60);
    const runs: MeasuredRuns["runs"] = [];
    for (const count of passes) runs.push(await dataset.run(count));
    return { datasetId: dataset.datasetId, runs };
  });
}

/** The policy that a dataset has before its first run. */
export async function policyOf(datasetId: string, policy: PolicyInput): Promise<void> {
  await withVerbs(async () => await savePolicy(await ownerContext(), { datasetId, policy }));
}

/** Verdicts of the gate that are stored, by run number. */
export async function storedVerdicts(datasetId: string): Promise<Record<number, string[]>> {
  return await withVerbs(async () => {
    const runs = await db().run.findMany({
      where: { datasetId },
      select: { number: true, gateResults: { orderBy: { evaluatedAt: "asc" }, select: { verdict: true } } },
    });
    return Object.fromEntries(
      runs.map(({ number, gateResults }) => [number, gateResults.map(({ verdict }) => verdict)]),
    );
  });
}
