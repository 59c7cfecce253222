import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { type Split, splitLabels } from "#lib/datasets/split.ts";
import { db } from "#lib/db/database.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { csvLine } from "#lib/formats/csv/serialise-csv.ts";
import { jsonLine } from "#lib/formats/jsonl/serialise-jsonl.ts";
import { loadComparedRuns } from "../pairs/compared-run.ts";
import { bucketOfPair } from "../pairs/pair-sql.ts";
import type { Bucket } from "../rules/bucket.ts";
import { afterCursor, type CasePlace, caseOrder, formatCursor } from "./case-cursor.ts";
import { comparedCaseFilterSchema } from "./compared-case-filter.ts";
import { comparedCaseSql } from "./compared-case-sql.ts";

export const exportComparedCasesInput = comparedCaseFilterSchema.extend({ format: z.enum(["csv", "jsonl"]) });
export type ExportComparedCasesInput = z.input<typeof exportComparedCasesInput>;

export type ComparedCaseExport = { fileName: string; contentType: string; chunks: AsyncGenerator<string> };

type Exported = CasePlace & {
  bucket: Bucket;
  input: unknown;
  expected: unknown;
  tags: string[];
  split: Split;
  verdict_a: string | null;
  output_a: string | null;
  latency_ms_a: number | null;
  cost_micro_usd_a: number | null;
  error_a: string | null;
  verdict_b: string | null;
  output_b: string | null;
  latency_ms_b: number | null;
  cost_micro_usd_b: number | null;
  error_b: string | null;
};

const batchSize = 200;
const byteOrderMark = "\uFEFF";

/** The compared cases that the filter shows, as a file; A is the baseline. Streams; holds one batch. */
export async function exportComparedCases(
  ctx: Context,
  input: ExportComparedCasesInput,
): Promise<ComparedCaseExport> {
  const { format, ...filter } = parseInput(exportComparedCasesInput, input);
  const runs = await loadComparedRuns(ctx, [filter.baselineId, filter.candidateId]);
  const scope = { workspaceId: ctx.workspaceId, datasetIds: runs.map((run) => run.dataset.id) };
  const batches = readBatches(comparedCaseSql(scope, filter));
  const numbers = runs.map((run) => run.number).join("-and-");
  return {
    fileName: `runs-${numbers}${filter.bucket ? `-${filter.bucket.replaceAll("_", "-")}` : ""}.${format}`,
    contentType: format === "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8",
    chunks: format === "csv" ? csvChunks(batches) : jsonlChunks(batches),
  };
}

const columns = [
  "key",
  "outcome",
  "split",
  "tags",
  "input",
  "expected",
  "verdict_a",
  "output_a",
  "error_a",
  "latency_ms_a",
  "cost_micro_usd_a",
  "verdict_b",
  "output_b",
  "error_b",
  "latency_ms_b",
  "cost_micro_usd_b",
] as const;

async function* csvChunks(batches: AsyncGenerator<Exported[]>): AsyncGenerator<string> {
  // Without the mark, Excel reads UTF-8 as the machine's own encoding.
  yield byteOrderMark + csvLine(columns);
  for await (const batch of batches) {
    yield batch
      .map(toFields)
      .map((fields) => csvLine(columns.map((column) => fields[column])))
      .join("");
  }
}

async function* jsonlChunks(batches: AsyncGenerator<Exported[]>): AsyncGenerator<string> {
  for await (const batch of batches) yield batch.map((row) => jsonLine(toFields(row))).join("");
}

function toFields({ caseId: _caseId, position: _position, split, bucket, ...row }: Exported) {
  return { ...row, split: splitLabels[split], outcome: bucket };
}

async function* readBatches(matching: Prisma.Sql): AsyncGenerator<Exported[]> {
  for (let cursor: string | null = null; ; ) {
    const rows: Exported[] = await db().$queryRaw<Exported[]>`
      select c.id as "caseId", c.key, c.position, ${Prisma.raw(bucketOfPair)} as bucket, r.input, r.expected, r.tags, r.split::text,
        ${side("a")}, ${side("b")}
      from ${matching} ${afterCursor(cursor, "position.asc")}
      order by ${caseOrder("position.asc")} limit ${batchSize}`;
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    cursor = formatCursor(last, "position.asc");
  }
}

function side(alias: "a" | "b"): Prisma.Sql {
  return Prisma.raw(`${alias}.verdict::text as verdict_${alias}, ${alias}.output as output_${alias},
    ${alias}.latency_ms as latency_ms_${alias}, ${alias}.cost_micro_usd as cost_micro_usd_${alias},
    ${alias}.error_class as error_${alias}`);
}
