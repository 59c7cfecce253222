import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type GraderSummary, graderSummarySelect, toGraderSummary } from "./content/grader-summary.ts";
import { maxDatasetGraders } from "./set-dataset-graders.ts";

/** The graders that a new run of the dataset starts with, in their order. Archived ones are left out. At most `maxDatasetGraders`. */
export async function listDatasetGraders(
  ctx: Context,
  { datasetId }: { datasetId: string },
): Promise<GraderSummary[]> {
  const dataset = await db().dataset.findFirst({
    where: { id: parseInput(idSchema, datasetId), workspaceId: ctx.workspaceId },
    select: {
      graders: {
        where: { grader: { archivedAt: null } },
        orderBy: { position: "asc" },
        take: maxDatasetGraders,
        select: { grader: { select: graderSummarySelect } },
      },
    },
  });
  if (dataset === null)
    throw new AppError("not-found", "There is no dataset with this id in this workspace.");
  return dataset.graders.flatMap(({ grader }) => toGraderSummary(grader) ?? []);
}
