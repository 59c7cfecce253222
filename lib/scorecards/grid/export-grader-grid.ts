import type { Context } from "#lib/context/context.ts";
import { csvLine } from "#lib/formats/csv/serialise-csv.ts";
import type { GridRow } from "./grader-grid.ts";
import { type GridView, viewRows } from "./grid-view.ts";
import { loadGraderGrid } from "./load-grader-grid.ts";

const byteOrderMark = "\uFEFF";
const header = [
  "dimension",
  "value",
  "cases",
  "grader",
  "grader_version",
  "passed",
  "scored",
  "pass_rate",
  "lower_95",
  "upper_95",
  "method",
  "rest_of_run",
  "adjusted_p",
  "family",
  "proven",
] as const;

/** The table as it is shown, one line a cell: all cases first, then the slices of the view in its order. */
export async function exportGraderGrid(
  ctx: Context,
  { runId, view }: { runId: string; view: GridView },
): Promise<{ fileName: string; contentType: string; content: string }> {
  const { run, grid } = await loadGraderGrid(ctx, { runId });
  const { columns, whole, family } = grid;
  const lines = [whole, ...viewRows(grid, view)].flatMap((row) =>
    columns.flatMap(({ name, version }, index) => {
      const cells = cellsOf(row, index);
      return cells === null
        ? []
        : [csvLine([...sliceCells(row), name, version, ...cells, family, provenOf(row, index)])];
    }),
  );
  return {
    fileName: `run-${run.number}-slices.csv`,
    contentType: "text/csv; charset=utf-8",
    content: byteOrderMark + csvLine(header) + lines.join(""),
  };
}

function sliceCells({ slice, cases }: GridRow): unknown[] {
  return [slice?.dimension ?? "all cases", slice?.value ?? "", cases];
}

function cellsOf({ cells }: GridRow, index: number): unknown[] | null {
  const cell = cells[index] ?? null;
  if (cell === null) return null;
  const { passes, attempts, estimate, lower, upper, method, against } = cell;
  return [passes, attempts, estimate, lower, upper, method, against?.rest, against?.adjusted];
}

function provenOf({ cells }: GridRow, index: number): string {
  return cells[index]?.against?.proven ?? "";
}
