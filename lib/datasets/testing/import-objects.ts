import type { Context } from "#lib/context/context.ts";
import type { RowEvent } from "#lib/formats/tabular-row.ts";
import { type ColumnMappingInput, proposeMapping } from "../column-mapping.ts";
import { createDataset } from "../create-dataset.ts";
import { importCases } from "../import-cases.ts";
import type { ImportReport } from "../importing/import-report.ts";
import { publishVersion } from "../publish-version.ts";

type Values = Record<string, unknown>;

/** The events that a parser would give for these records; the first stands on line 2, below a header. */
export async function* rowsOf(objects: Iterable<Values>): AsyncGenerator<RowEvent> {
  let line = 1;
  for (const values of objects) {
    line += 1;
    yield { type: "row", row: { line, values } };
  }
}

export async function importObjects(
  ctx: Context,
  datasetId: string,
  objects: Values[],
  options: { mapping?: ColumnMappingInput; onRejected?: "stop" | "skip" } = {},
): Promise<ImportReport> {
  const columns = [...new Set(objects.flatMap(Object.keys))];
  return await importCases(ctx, {
    datasetId,
    rows: rowsOf(objects),
    mapping: options.mapping ?? proposeMapping(columns, objects),
    onRejected: options.onRejected ?? "stop",
  });
}

/** A dataset with these cases, published once. */
export async function publishedDataset(ctx: Context, objects: Values[], name = `Dataset ${Math.random()}`) {
  const dataset = await createDataset(ctx, { name });
  await importObjects(ctx, dataset.id, objects);
  const version = await publishVersion(ctx, { datasetId: dataset.id, note: "first" });
  return { datasetId: dataset.id, version };
}
