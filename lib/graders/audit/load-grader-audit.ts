import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { auditGraders } from "./audit-graders.ts";
import type { AuditNote } from "./audit-note.ts";
import { readGraderFacts } from "./facts/read-grader-facts.ts";
import { readLabelCounts } from "./facts/read-label-counts.ts";
import { readPairFacts } from "./facts/read-pair-facts.ts";
import { readStrictMisses } from "./facts/read-strict-misses.ts";
import { findAuditedRuns } from "./facts/recent-runs.ts";
import { type GraderAgreement, graderAgreements } from "./grader-agreements.ts";

const datasetInput = z.object({ datasetId: idSchema });

export type DatasetAudit = {
  notes: AuditNote[];
  /** How graders agree with people, where people have judged answers. */
  agreements: GraderAgreement[];
  /** The runs whose grades were looked at, newest first; empty when none has finished. */
  runNumbers: number[];
};

/** Remarks on the graders of a dataset, from the stored grades of its last five finished runs. */
export async function loadDatasetAudit(
  ctx: Context,
  input: z.input<typeof datasetInput>,
): Promise<DatasetAudit> {
  const { datasetId } = parseInput(datasetInput, input);
  const dataset = await db().dataset.count({ where: { id: datasetId, workspaceId: ctx.workspaceId } });
  if (dataset === 0) throw new AppError("not-found", "There is no dataset with this id in this workspace.");
  const audited = await findAuditedRuns(ctx, datasetId);
  if (audited.versions.length === 0) return { notes: [], agreements: [], runNumbers: [] };
  const [graders, pairs, misses, labels] = await Promise.all([
    readGraderFacts(ctx, audited),
    readPairFacts(ctx, audited),
    readStrictMisses(ctx, audited),
    readLabelCounts(ctx, audited),
  ]);
  return {
    notes: auditGraders({ graders, pairs, misses, labels }),
    agreements: graderAgreements(graders, labels),
    runNumbers: audited.runs.map(({ number }) => number),
  };
}

const graderInput = z.object({ graderId: idSchema });
const DATASETS = 3;

export type GraderAudit = {
  dataset: { id: string; name: string };
  notes: AuditNote[];
  agreements: GraderAgreement[];
};

/** Remarks on one grader, by dataset: those of the last runs that it judged. Datasets with neither a remark nor labels are left out. */
export async function loadGraderAudit(
  ctx: Context,
  input: z.input<typeof graderInput>,
): Promise<GraderAudit[]> {
  const { graderId } = parseInput(graderInput, input);
  const scope = { workspaceId: ctx.workspaceId };
  const [grader, datasets] = await Promise.all([
    db().grader.count({ where: { ...scope, id: graderId } }),
    db().run.groupBy({
      by: ["datasetId"],
      where: { ...scope, state: "finished", graders: { some: { graderVersion: { graderId } } } },
      _max: { number: true },
      orderBy: { _max: { number: "desc" } },
      take: DATASETS,
    }),
  ]);
  if (grader === 0) throw new AppError("not-found", "There is no grader with this id in this workspace.");
  const named = await db().dataset.findMany({
    where: { ...scope, id: { in: datasets.map(({ datasetId }) => datasetId) } },
    select: { id: true, name: true },
  });
  const audits = await Promise.all(
    named.map(async (dataset) => {
      const audit = await loadDatasetAudit(ctx, { datasetId: dataset.id });
      return {
        dataset,
        notes: audit.notes.filter((note) => note.graderId === graderId),
        agreements: audit.agreements.filter((agreement) => agreement.graderId === graderId),
      };
    }),
  );
  return audits.filter(({ notes, agreements }) => notes.length + agreements.length > 0);
}
