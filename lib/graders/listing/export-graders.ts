import type { Context } from "#lib/context/context.ts";
import { csvLine } from "#lib/formats/csv/serialise-csv.ts";
import { jsonLine } from "#lib/formats/jsonl/serialise-jsonl.ts";
import { listGraders } from "../list-graders.ts";
import { type GraderRow, toGraderRow } from "./grader-row.ts";
import { type GraderListView, viewGraders } from "./list-view.ts";

const columns = [
  "name",
  "kind",
  "version",
  "direction",
  "threshold",
  "weight",
  "critical",
  "datasets",
] as const;

export type ExportGradersInput = { format: "csv" | "jsonl"; archived: boolean; view: GraderListView };

/** The graders as the list shows them with these filters, as the text of a file. */
export async function exportGraders(
  ctx: Context,
  { format, archived, view }: ExportGradersInput,
): Promise<string> {
  const records = viewGraders(await allRows(ctx, archived), view).map(toRecord);
  if (format === "jsonl") return records.map((record) => jsonLine(record)).join("");
  const lines = records.map((record) => csvLine(columns.map((column) => record[column])));
  return csvLine(columns) + lines.join("");
}

async function allRows(ctx: Context, archived: boolean): Promise<GraderRow[]> {
  const rows: GraderRow[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listGraders>> = await listGraders(ctx, {
      archived,
      cursor,
      limit: 500,
    });
    rows.push(...page.items.map(toGraderRow));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

function toRecord({ name, kind, version, direction, threshold, weight, critical, datasets }: GraderRow) {
  const names = datasets.map((dataset) => dataset.name).join(", ");
  return { name, kind, version, direction, threshold, weight, critical, datasets: names };
}
