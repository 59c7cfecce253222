import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { countVersionCases } from "#lib/datasets/count-version-cases.ts";
import { type Split, splits } from "#lib/datasets/split.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import type { GraderSummary } from "#lib/graders/content/grader-summary.ts";
import { listDatasetGraders } from "#lib/graders/list-dataset-graders.ts";
import { listGraders } from "#lib/graders/list-graders.ts";
import { loadGraderProposals } from "#lib/graders/proposals/load-grader-proposals.ts";
import { callsPerAnswer, findGraderKind } from "#lib/graders/registry.ts";
import { getVerdictRule } from "#lib/graders/verdict/get-verdict-rule.ts";
import type { VerdictRule } from "#lib/graders/verdict/verdict-rule.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type DatasetChoice, listDatasetChoices } from "#lib/models/list-dataset-choices.ts";
import { getMonthBudget, type MonthBudget } from "#lib/workspaces/budget/get-month-budget.ts";
import type { ModelOutlook } from "./estimate/estimate-basis.ts";
import type { JudgingOutlook } from "./estimate/judging/judging-outlook.ts";
import { loadJudgingOutlooks } from "./estimate/judging/load-judging-outlooks.ts";
import { loadOutlooks } from "./estimate/load-outlooks.ts";
import { listModelChoices, type ModelChoice } from "./list-model-choices.ts";

const loadStartChoicesInput = z.object({
  datasetId: idSchema.nullish(),
  /** Default: the newest. */
  versionNumber: z.number().int().positive().nullish(),
  /** Ids of models, which mean their latest versions, or of versions. */
  modelIds: z.array(idSchema).max(50).default([]),
});
export type LoadStartChoicesInput = z.input<typeof loadStartChoicesInput>;

export type GraderChoice = {
  versionId: string;
  name: string;
  number: number;
  kindLabel: string;
  weight: number;
  critical: boolean;
  /** Calls that it makes for one answer: of judges, of an embedding model, of a webhook. */
  callsPerAnswer: number;
};

export type ChosenDataset = {
  id: string;
  name: string;
  versionId: string;
  versionNumber: number;
  caseCounts: Record<Split, number>;
  /** The graders that runs of this dataset start with, then the other ones of the workspace. */
  ownGraders: GraderChoice[];
  otherGraders: GraderChoice[];
  /** How their grades become the verdict on an answer, unless the start says otherwise. */
  verdictRule: VerdictRule;
  /** What could judge this dataset, when it has no graders of its own. */
  proposals: { name: string; reason: string }[];
};

export type StartChoices = {
  datasets: DatasetChoice[];
  models: ModelChoice[];
  chosenModelVersionIds: string[];
  chosen: ChosenDataset | null;
  /** What is known of the chosen models before they run on the chosen dataset. */
  outlooks: ModelOutlook[];
  /** What is known of the graders that ask somebody, before they judge its answers. */
  judging: JudgingOutlook[];
  month: MonthBudget;
};

/** Everything that the form for new runs offers. A dataset or a model that is not there is left out. */
export async function loadStartChoices(ctx: Context, input: LoadStartChoicesInput): Promise<StartChoices> {
  const { datasetId, versionNumber, modelIds } = parseInput(loadStartChoicesInput, input);
  const datasets = await listDatasetChoices(ctx);
  const dataset = datasets.find((one) => one.id === datasetId);
  const version = dataset?.versions.find((one) => one.number === versionNumber) ?? dataset?.versions[0];
  const [models, month, chosen] = await Promise.all([
    listModelChoices(ctx, { chosenIds: modelIds, datasetId: dataset?.id ?? null }),
    getMonthBudget(ctx),
    dataset === undefined || version === undefined
      ? null
      : loadChosen(ctx, {
          id: dataset.id,
          name: dataset.name,
          versionId: version.id,
          versionNumber: version.number,
        }),
  ]);
  const chosenModelVersionIds = models
    .filter((model) => modelIds.includes(model.versionId) || (model.isLatest && modelIds.includes(model.id)))
    .map((model) => model.versionId);
  const [outlooks, judging] =
    chosen === null ? [[], []] : await loadAllOutlooks(ctx, chosen, chosenModelVersionIds);
  return { datasets, models, chosenModelVersionIds, chosen, outlooks, judging, month };
}

async function loadAllOutlooks(
  ctx: Context,
  { id: datasetId, ownGraders, otherGraders }: ChosenDataset,
  versionIds: readonly string[],
): Promise<[ModelOutlook[], JudgingOutlook[]]> {
  const asking = [...ownGraders, ...otherGraders].filter((grader) => grader.callsPerAnswer > 0);
  const graderVersionIds = asking.map(({ versionId }) => versionId);
  return await Promise.all([
    loadOutlooks(ctx, { versionIds, datasetId }),
    loadJudgingOutlooks(ctx, { graderVersionIds, datasetId }),
  ]);
}

type Pinned = Pick<ChosenDataset, "id" | "name" | "versionId" | "versionNumber">;

async function loadChosen(ctx: Context, pinned: Pinned): Promise<ChosenDataset> {
  const [counts, own, all, verdictRule] = await Promise.all([
    Promise.all(
      splits.map((split) => countVersionCases(ctx, { versionId: pinned.versionId, splits: [split] })),
    ),
    listDatasetGraders(ctx, { datasetId: pinned.id }),
    listGraders(ctx, { limit: 200 }),
    getVerdictRule(ctx, { datasetId: pinned.id }),
  ]);
  const [tuning = 0, held_out = 0, fresh = 0] = counts;
  const proposals = own.length > 0 ? [] : await loadGraderProposals(ctx, { datasetId: pinned.id });
  return {
    ...pinned,
    caseCounts: { tuning, held_out, fresh },
    ownGraders: own.map(toChoice),
    otherGraders: all.items.filter((grader) => own.every((one) => one.id !== grader.id)).map(toChoice),
    verdictRule,
    proposals: proposals.map(({ name, reason }) => ({ name, reason })),
  };
}

function toChoice(grader: GraderSummary): GraderChoice {
  const { versionId, name, number, kind, weight, critical } = grader;
  const kindLabel = findGraderKind(kind)?.label ?? kind;
  return { versionId, name, number, kindLabel, weight, critical, callsPerAnswer: callsPerAnswer(grader) };
}
