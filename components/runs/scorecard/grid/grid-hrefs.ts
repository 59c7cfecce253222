import { runCasesHref } from "#lib/runs/attempts/attempt-list-params.ts";
import type { GridColumn, GridRow } from "#lib/scorecards/grid/grader-grid.ts";
import { type GridView, gridQuery } from "#lib/scorecards/grid/grid-view.ts";

export function gridHref(runId: string, view: GridView): string {
  const query = gridQuery(view);
  return `/runs/${runId}/slices${query === "" ? "" : `?${query}`}`;
}

/** The cases of a cell that did not pass: by the verdict, or by that grader. */
export function cellHref(runId: string, { slice }: GridRow, { graderVersionId }: GridColumn): string {
  return runCasesHref(runId, {
    ...(graderVersionId === null
      ? { view: "failed" as const }
      : { view: "all" as const, failedBy: graderVersionId }),
    ...(slice !== null && { slice: slice.dimension, value: slice.value }),
  });
}
