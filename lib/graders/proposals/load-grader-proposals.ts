import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { isPlainObject } from "../json/leaf-fields.ts";
import { findProposedJudge } from "./find-proposed-judge.ts";
import type { GraderProposal } from "./proposal.ts";
import { proposeGraders } from "./propose-graders.ts";

const SAMPLE_CASES = 200;
const sampleInput = z.object({
  datasetId: idSchema,
  /** `paid` also proposes judges, where a model can judge. */
  cost: z.enum(["free", "paid"]).default("free"),
});

/** What `proposeGraders` says of the first 200 cases of the dataset's working copy. */
export async function loadGraderProposals(
  ctx: Context,
  input: z.input<typeof sampleInput>,
): Promise<GraderProposal[]> {
  const { datasetId, cost } = parseInput(sampleInput, input);
  const dataset = await db().dataset.findFirst({
    where: { id: datasetId, workspaceId: ctx.workspaceId },
    select: { id: true },
  });
  if (dataset === null)
    throw new AppError("not-found", "There is no dataset with this id in this workspace.");
  const [cases, judge] = await Promise.all([
    db().caseRevision.findMany({
      where: { workspaceId: ctx.workspaceId, datasetId, isHead: true, archived: false },
      orderBy: { position: "asc" },
      take: SAMPLE_CASES,
      select: { input: true, expected: true, metadata: true },
    }),
    cost === "paid" ? findProposedJudge(ctx) : null,
  ]);
  const samples = cases.map((row) => ({
    ...row,
    metadata: isPlainObject(row.metadata) ? row.metadata : {},
  }));
  return proposeGraders(samples, judge);
}
