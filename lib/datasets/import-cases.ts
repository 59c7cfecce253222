import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db, type Transaction } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { FormatError } from "#lib/formats/format-error.ts";
import type { RowEvent } from "#lib/formats/tabular-row.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { columnMappingSchema } from "./column-mapping.ts";
import { type ImportReport, RejectedRows } from "./importing/import-report.ts";
import { readRows } from "./importing/read-rows.ts";
import { settleKeys } from "./importing/settle-keys.ts";
import { lockOpenDataset } from "./revisions/lock-dataset.ts";
import { mergeStagedCases } from "./revisions/merge-staged-cases.ts";
import { createStaging } from "./revisions/stage-cases.ts";

export const importCasesInput = z.object({
  datasetId: idSchema,
  mapping: columnMappingSchema,
  /** What rejected rows mean: nothing is imported, or they are left out. */
  onRejected: z.enum(["stop", "skip"]),
});

export type ImportCasesInput = z.input<typeof importCasesInput> & {
  rows: AsyncIterable<RowEvent>;
  onProgress?: (progress: { rows: number }) => void;
  /** Given up at any moment before the end, nothing is imported. */
  signal?: AbortSignal;
};

/** An upload may be slow; the dataset itself is held only while the staged rows are merged. */
const timeoutMs = 2 * 60 * 60_000;

class Stopped extends Error {}

/**
 * Reads every row, then changes the dataset in one step: all accepted rows become working copies of their cases, or nothing
 * happens. Rows whose key the dataset knows update that case; fields that the mapping does not name stay as they are.
 * An error from `rows` (a broken upload, a file that is not UTF-8) leaves the dataset as it was.
 */
export async function importCases(ctx: Context, input: ImportCasesInput): Promise<ImportReport> {
  requireRole(ctx, "editor", "import cases");
  const { datasetId, mapping, onRejected } = parseInput(importCasesInput, input);
  await refuseUnknownDataset(ctx, datasetId);
  const rejected = new RejectedRows();
  const ignored = new Set<string>();
  let rows = 0;
  const report = (
    outcome: ImportReport["outcome"],
    counts = { added: 0, updated: 0, unchanged: 0 },
  ): ImportReport => ({
    outcome,
    rows,
    ...counts,
    rejected: rejected.count,
    rejectedRows: rejected.first(),
    ignoredColumns: [...ignored],
  });

  const importAll = async (tx: Transaction) => {
    await createStaging(tx);
    rows = await readRows(tx, { rows: input.rows, mapping, rejected, ignored, onProgress: input.onProgress });
    if (rows === 0)
      throw new AppError("invalid", "The file has no rows below its header. Nothing was imported.");
    const accepted = await settleKeys(tx, rejected);
    if (accepted === 0 || (onRejected === "stop" && rejected.count > 0)) throw new Stopped();
    await lockOpenDataset(tx, ctx, datasetId);
    const mapped = new Set(mapping.columns.map((column) => column.role));
    const counts = await mergeStagedCases(tx, ctx, datasetId, {
      input: false,
      expected: !mapped.has("expected"),
      tags: !mapped.has("tags"),
      split: !mapped.has("split"),
      metadata: !mapped.has("metadata"),
      cluster: !mapped.has("cluster"),
    });
    input.signal?.throwIfAborted();
    await writeAudit(tx, ctx, {
      action: "dataset.import",
      subjectType: "dataset",
      subjectId: datasetId,
      detail: { ...counts, rejected: rejected.count },
    });
    return report("imported", counts);
  };

  try {
    return await db().$transaction(importAll, { timeout: timeoutMs, maxWait: 15_000 });
  } catch (error) {
    if (error instanceof Stopped) return report("stopped");
    if (error instanceof FormatError) throw new AppError("invalid", `${error.message} Nothing was imported.`);
    throw error;
  }
}

/** Before a file of any length is read; the merge asks again, under the lock. */
async function refuseUnknownDataset(ctx: Context, datasetId: string): Promise<void> {
  await db().$transaction((tx) => lockOpenDataset(tx, ctx, datasetId));
}
