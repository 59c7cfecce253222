import type { GraderGrid, GridRow } from "./grader-grid.ts";

/** How the table is shown, as its address has it: ?by=tag&show=marked&sort=c1.desc */
export type GridView = {
  /** A dimension; null is all. */
  by: string | null;
  /** Only slices with a cell that is proven to be below or above the rest. */
  marked: boolean;
  /** "name", "cases", or the place of a column. */
  sort: "name" | "cases" | number;
  direction: "asc" | "desc";
};

const maxChars = 400;

export function readGridView(query: URLSearchParams): GridView {
  const [, name = "cases", direction = "desc"] =
    /^(name|cases|c\d{1,2})\.(asc|desc)$/.exec(query.get("sort") ?? "") ?? [];
  const by = query.get("by");
  return {
    by: by === null || by === "" || by.length > maxChars ? null : by,
    marked: query.get("show") === "marked",
    sort: name === "name" || name === "cases" ? name : Number(name.slice(1)),
    direction: direction === "asc" ? "asc" : "desc",
  };
}

/** What `readGridView` reads back, without what is usual. */
export function gridQuery({ by, marked, sort, direction }: GridView): string {
  const query = new URLSearchParams();
  if (by !== null) query.set("by", by);
  if (marked) query.set("show", "marked");
  const name = typeof sort === "number" ? `c${sort}` : sort;
  if (name !== "cases" || direction !== "desc") query.set("sort", `${name}.${direction}`);
  return query.toString();
}

/** The rows of a view in its order; slices in which nothing was scored are last whatever the direction. */
export function viewRows(
  { rows }: Pick<GraderGrid, "rows">,
  { by, marked, sort, direction }: GridView,
): GridRow[] {
  const shown = rows.filter(
    ({ slice, cells }) =>
      (by === null || slice?.dimension === by) &&
      (!marked || cells.some((cell) => cell?.against?.proven != null)),
  );
  const sign = direction === "asc" ? 1 : -1;
  return shown.toSorted((one, other) => {
    if (sort === "name") return sign * nameOf(one).localeCompare(nameOf(other), "en");
    if (sort === "cases") return sign * (one.cases - other.cases);
    const [a, b] = [one.cells[sort]?.estimate, other.cells[sort]?.estimate];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return sign * (a - b);
  });
}

function nameOf({ slice }: GridRow): string {
  return slice === null ? "" : `${slice.dimension} ${slice.value}`;
}
