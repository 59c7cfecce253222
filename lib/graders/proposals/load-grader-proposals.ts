import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type GraderProposal, proposeGraders } from "./propose-graders.ts";

const SAMPLE_CASES = 200;
const sampleInput = z.object({ datasetId: idSchema });

/** What `proposeGraders` says of the first 200 cases of the dataset's working copy. */
export async function loadGraderProposals(
  ctx: Context,
  input: { datasetId: string },
): Promise<GraderProposal[]> {
  const { datasetId } = parseInput(sampleInput, input);
  const dataset = await db().dataset.findFirst({
    where: { id: datasetId, workspaceId: ctx.workspaceId },
    select: { id: true },
  });
  if (dataset === null)
    throw new AppError("not-found", "There is no dataset with this id in this workspace.");
  const cases = await db().caseRevision.findMany({
    where: { workspaceId: ctx.workspaceId, datasetId, isHead: true, archived: false },
    orderBy: { position: "asc" },
    take: SAMPLE_CASES,
    select: { expected: true },
  });
  return proposeGraders(cases.map((row) => row.expected));
}
