import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import type { TemplateValues } from "../prompt-template.ts";

const listSampleCasesInput = z.object({
  datasetId: idSchema,
  limit: z.int().min(1).max(200).default(20),
});
export type ListSampleCasesInput = z.input<typeof listSampleCasesInput>;

export type SampleCase = TemplateValues & { key: string };
export type SampleCases = { datasetName: string; cases: SampleCase[] };

const MAX_CASE_BYTES = 100_000;
const metadataSchema = z.record(z.string(), z.unknown());

/** The first cases of a dataset's working copy that are no longer than 100 kB, for writing a prompt against. */
export async function listSampleCases(ctx: Context, input: ListSampleCasesInput): Promise<SampleCases> {
  const { datasetId, limit } = parseInput(listSampleCasesInput, input);
  const dataset = await db().dataset.findFirst({
    where: { id: datasetId, workspaceId: ctx.workspaceId },
    select: { name: true },
  });
  if (dataset === null) {
    throw new AppError("not-found", "There is no dataset with this id in this workspace.");
  }
  // Longer inputs are left out: samples are sent to the browser and back, and twenty of 5 MB would stop it.
  const rows = await db().$queryRaw<{ key: string; input: unknown; metadata: unknown; tags: string[] }[]>`
    select key, input, metadata, tags from case_revision
    where dataset_id = ${datasetId}::uuid and workspace_id = ${ctx.workspaceId}::uuid and is_head and not archived
      and octet_length(input::text) + octet_length(metadata::text) <= ${MAX_CASE_BYTES}
    order by position
    limit ${limit}`;
  return {
    datasetName: dataset.name,
    cases: rows.map((row) => ({ ...row, metadata: metadataSchema.parse(row.metadata) })),
  };
}
