import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { csvLine } from "#lib/formats/csv/serialise-csv.ts";
import { jsonLine } from "#lib/formats/jsonl/serialise-jsonl.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { caseFilterSchema } from "./cases/case-filter.ts";
import { caseFilterSql } from "./cases/case-filter-sql.ts";
import { noSuchDataset } from "./revisions/lock-dataset.ts";
import { type Split, splitLabels } from "./split.ts";

export const exportCasesInput = caseFilterSchema.extend({
  datasetId: idSchema,
  format: z.enum(["csv", "jsonl"]),
});
export type ExportCasesInput = z.input<typeof exportCasesInput>;

export type CaseExport = { fileName: string; contentType: string; chunks: AsyncGenerator<string> };

type Exported = {
  position: number;
  key: string;
  input: unknown;
  expected: unknown;
  tags: string[];
  split: Split;
  cluster: string | null;
  metadata: unknown;
};

const columns = ["key", "input", "expected", "tags", "split", "cluster", "metadata"] as const;
const batchSize = 500;
const byteOrderMark = "\uFEFF";

/** The cases that the filter shows, as a file with the columns that an import knows by name. Streams; holds one batch. */
export async function exportCases(ctx: Context, input: ExportCasesInput): Promise<CaseExport> {
  const { datasetId, format, ...filter } = parseInput(exportCasesInput, input);
  const dataset = await db().dataset.findFirst({
    where: { id: datasetId, workspaceId: ctx.workspaceId },
    select: { name: true },
  });
  if (dataset === null) throw noSuchDataset();
  const version = filter.version ? `v${filter.version}` : "draft";
  const matching = caseFilterSql(ctx, datasetId, filter);
  return {
    fileName: `${fileNameOf(dataset.name)}-${version}.${format}`,
    contentType: format === "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8",
    chunks: format === "csv" ? csvChunks(matching) : jsonlChunks(matching),
  };
}

async function* csvChunks(matching: Prisma.Sql): AsyncGenerator<string> {
  // Without the mark, Excel reads UTF-8 as the machine's own encoding.
  yield byteOrderMark + csvLine(columns);
  for await (const batch of batches(matching)) {
    yield batch
      .map((row) =>
        csvLine([
          row.key,
          row.input,
          row.expected,
          row.tags,
          splitLabels[row.split],
          row.cluster,
          row.metadata,
        ]),
      )
      .join("");
  }
}

async function* jsonlChunks(matching: Prisma.Sql): AsyncGenerator<string> {
  for await (const batch of batches(matching)) {
    yield batch
      .map(({ position: _, ...row }) => jsonLine({ ...row, split: splitLabels[row.split] }))
      .join("");
  }
}

async function* batches(matching: Prisma.Sql): AsyncGenerator<Exported[]> {
  for (let after = 0; ; ) {
    const rows = await db().$queryRaw<Exported[]>`
      select r.position, r.key, r.input, r.expected, r.tags, r.split, r.cluster, r.metadata
      from case_revision r where ${matching} and r.position > ${after}
      order by r.position limit ${batchSize}`;
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.position;
  }
}

function fileNameOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[^\w-]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase();
  return plain.slice(0, 60) || "dataset";
}
