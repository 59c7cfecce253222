import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { changedQuestions } from "#lib/outcomes/changed-questions.ts";
import { type QuestionInput, questionSchema } from "../question/question-schema.ts";
import type { Board } from "./board-schema.ts";
import { listLatestRuns } from "./list-latest-runs.ts";
import { loadModels } from "./load-models.ts";
import type { ModelEvidence } from "./model-evidence.ts";
import { weigh } from "./weigh.ts";

/** The models of the question, weighed against its bar. Computed from the outcomes of their runs; nothing is stored. */
export async function weighModels(ctx: Context, input: QuestionInput): Promise<Board> {
  const { datasetId, runIds, ...question } = parseInput(questionSchema, input);
  const dataset = await db().dataset.findFirst({
    where: { id: datasetId, workspaceId: ctx.workspaceId },
    select: { id: true, name: true },
  });
  if (dataset === null) {
    throw new AppError("not-found", "There is no dataset with this id in this workspace.");
  }
  const ids = runIds.length > 0 ? [...new Set(runIds)] : await listLatestRuns(ctx, datasetId);
  const models = await loadModels(ctx, { datasetId, runIds: ids, policy: question.bar.policy });
  return weigh({ dataset, question, models, changed: await changesBetween(ctx, models) });
}

/** The changed cases of every two versions, read beforehand so that the weighing itself is pure. */
async function changesBetween(
  ctx: Context,
  models: readonly ModelEvidence[],
): Promise<(versionId: string, otherVersionId: string) => ReadonlySet<number>> {
  const changed = new Map<string, ReadonlySet<number>>();
  const byId = new Map(
    models.map(({ evidence: { version } }) => [version.datasetVersionId, version] as const),
  );
  const versions = [...byId.values()];
  await Promise.all(
    versions.flatMap((one, index) =>
      versions.slice(index + 1).map(async (other) => {
        const numbers = await changedQuestions(ctx, one, other);
        changed.set(`${one.datasetVersionId} ${other.datasetVersionId}`, numbers);
        changed.set(`${other.datasetVersionId} ${one.datasetVersionId}`, numbers);
      }),
    ),
  );
  return (versionId, otherVersionId) => changed.get(`${versionId} ${otherVersionId}`) ?? new Set();
}
