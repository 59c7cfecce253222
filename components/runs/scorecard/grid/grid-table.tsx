import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "#components/ui/class-names.ts";
import { formatCount } from "#components/ui/format/format-count.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import type { GraderGrid, GridRow } from "#lib/scorecards/grid/grader-grid.ts";
import type { GridView } from "#lib/scorecards/grid/grid-view.ts";
import { dimensionLabel, sliceValueLabel } from "#lib/scorecards/slice-words.ts";
import { GridCellView } from "./grid-cell-view.tsx";
import { cellHref, gridHref } from "./grid-hrefs.ts";
import type { GridMethod } from "./grid-methods.ts";

export type GridTableProps = {
  runId: string;
  grid: GraderGrid;
  /** Those of the view, in its order. */
  rows: readonly GridRow[];
  view: GridView;
  methods: readonly GridMethod[];
};

const headStyle = "h-[34px] whitespace-nowrap px-3 font-medium";
/** On a phone a long name takes half of the screen at most, and no fewer than two words of it. */
const stickyStyle = "sticky left-0 z-10 bg-surface max-sm:min-w-40 max-sm:max-w-44";

/** Slices down, graders across: the pass rate of each with its interval and n, and a way to its cases. */
export function GridTable({ runId, grid, rows, view, methods }: GridTableProps) {
  const { columns, whole } = grid;
  const sorting = { runId, view };
  return (
    <section
      aria-label="Graders by slice"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
      tabIndex={0}
      className="relative overflow-x-auto focus-visible:-outline-offset-2"
    >
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-b bg-sunken text-faint text-xs">
            <SortHead {...sorting} sort="name" className={cx("text-left", stickyStyle, "bg-sunken")}>
              Slice
            </SortHead>
            <SortHead {...sorting} sort="cases" className="text-right max-sm:hidden">
              Cases
            </SortHead>
            {columns.map(({ graderVersionId, name, version }, index) => (
              <SortHead key={graderVersionId ?? "verdict"} {...sorting} sort={index} className="text-right">
                <span className="max-w-48 truncate">{name}</span>
                {version !== null && <span className="ml-1 text-faint">v{version}</span>}
              </SortHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {[whole, ...rows].map((row) => (
            <tr
              key={row.slice === null ? "" : `${row.slice.dimension} ${row.slice.value}`}
              className={cx("border-b align-top last:border-0", row.slice === null && "bg-sunken")}
            >
              <th
                scope="row"
                className={cx(
                  "px-3 py-2 text-left font-normal",
                  stickyStyle,
                  row.slice === null && "bg-sunken",
                )}
              >
                <SliceName row={row} />
              </th>
              <td className="tabular px-3 py-2 text-right text-muted max-sm:hidden">
                {formatCount(row.cases)}
              </td>
              {columns.map((column, index) => (
                <td key={column.graderVersionId ?? "verdict"} className="px-3 py-2 text-right">
                  <GridCellView
                    cell={row.cells[index] ?? null}
                    href={cellHref(runId, row, column)}
                    methods={methods}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && (
        <p className="px-4 py-6 text-center text-muted text-sm">
          No slice is proven to be below or above the rest of the run.{" "}
          <TextLink href={gridHref(runId, { ...view, by: null, marked: false })}>Show every slice</TextLink>.
        </p>
      )}
    </section>
  );
}

function SliceName({ row: { slice, cases } }: { row: GridRow }) {
  if (slice === null) return <span className="font-medium">All cases</span>;
  return (
    <>
      <span className="block break-words">{sliceValueLabel(slice)}</span>
      <span className="block text-faint text-xs">
        {dimensionLabel(slice.dimension)}
        <span className="tabular sm:hidden">
          , {formatCount(cases)} {cases === 1 ? "case" : "cases"}
        </span>
      </span>
    </>
  );
}

type SortHeadProps = {
  runId: string;
  view: GridView;
  sort: GridView["sort"];
  className: string;
  children: ReactNode;
};

/** Numbers start with the lowest pass rate, where there is most to see; names and sizes as usual. */
function SortHead({ runId, view, sort, className, children }: SortHeadProps) {
  const isSorted = view.sort === sort;
  const first = sort === "cases" ? "desc" : "asc";
  const direction = isSorted ? (view.direction === "asc" ? "desc" : "asc") : first;
  const Icon = view.direction === "asc" ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (view.direction === "asc" ? "ascending" : "descending") : "none"}
      className={cx(headStyle, className)}
    >
      <Link
        href={gridHref(runId, { ...view, sort, direction })}
        scroll={false}
        className="inline-flex items-center gap-1 rounded-sm hover:text-text"
      >
        {children}
        {isSorted && <Icon aria-hidden className="size-3" />}
      </Link>
    </th>
  );
}
