import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { verdictRuleWords } from "#lib/graders/verdict/verdict-rule-words.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { getModelVersion } from "#lib/models/get-model-version.ts";
import { changedQuestions } from "#lib/outcomes/changed-questions.ts";
import { loadVersionCases } from "#lib/outcomes/load-version-cases.ts";
import { type ComparedRun, loadComparedRuns } from "../compared-run.ts";
import { type GraderChange, graderChanges } from "./grader-changes.ts";
import { type ModelDifference, modelDifference } from "./model-changes.ts";

export const getConfigurationDifferenceInput = z.object({ baselineId: idSchema, candidateId: idSchema });
export type GetConfigurationDifferenceInput = z.input<typeof getConfigurationDifferenceInput>;

export type DatasetChange = {
  datasetId: string;
  from: number;
  to: number;
  added: number;
  removed: number;
  /** Cases that ask something else. */
  changed: number;
};

export type ConfigurationDifference = {
  model: ModelDifference;
  graders: GraderChange[];
  /** Rules of the verdict in words; null where both are the same. */
  verdictRule: { a: string; b: string } | null;
  /** Null where both are on one version. */
  dataset: DatasetChange | null;
};

/** What two runs of one dataset were configured with: model, prompt, graders, rule and dataset version, as far as they differ. */
export async function getConfigurationDifference(
  ctx: Context,
  input: GetConfigurationDifferenceInput,
): Promise<ConfigurationDifference> {
  const { baselineId, candidateId } = parseInput(getConfigurationDifferenceInput, input);
  const [a, b] = await loadComparedRuns(ctx, [baselineId, candidateId]);
  if (a === undefined || b === undefined) throw new Error("Both runs were loaded.");
  const [modelA, modelB, graders, dataset] = await Promise.all([
    getModelVersion(ctx, a.model.versionId),
    getModelVersion(ctx, b.model.versionId),
    readGraderChanges(ctx, a, b),
    datasetChange(ctx, a, b),
  ]);
  const rules = { a: ruleWords(a), b: ruleWords(b) };
  return {
    model: modelDifference(modelA, modelB),
    graders,
    verdictRule: rules.a === rules.b ? null : rules,
    dataset,
  };
}

const ruleWords = (run: ComparedRun) =>
  `An answer passes when ${verdictRuleWords(run.verdictRule, run.graders)}.`;

async function readGraderChanges(ctx: Context, a: ComparedRun, b: ComparedRun): Promise<GraderChange[]> {
  const ids = [...a.graders, ...b.graders].map(({ graderVersionId }) => graderVersionId);
  const versions = await db().graderVersion.findMany({
    where: { workspaceId: ctx.workspaceId, id: { in: [...new Set(ids)] } },
    select: {
      id: true,
      number: true,
      kind: true,
      config: true,
      direction: true,
      threshold: true,
      weight: true,
      critical: true,
    },
  });
  return graderChanges(a.graders, b.graders, versions);
}

async function datasetChange(ctx: Context, a: ComparedRun, b: ComparedRun): Promise<DatasetChange | null> {
  if (a.dataset.id !== b.dataset.id || a.dataset.versionId === b.dataset.versionId) return null;
  const [before, after] = await Promise.all([
    loadVersionCases(ctx, a.dataset.versionId),
    loadVersionCases(ctx, b.dataset.versionId),
  ]);
  const changed = await changedQuestions(ctx, before, after);
  const had = new Set(before.caseNumbers);
  const kept = after.caseNumbers.filter((caseNumber) => had.has(caseNumber)).length;
  return {
    datasetId: a.dataset.id,
    from: a.dataset.versionNumber,
    to: b.dataset.versionNumber,
    added: after.caseNumbers.length - kept,
    removed: before.caseNumbers.length - kept,
    changed: changed.size,
  };
}
