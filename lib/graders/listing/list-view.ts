import type { GraderRow } from "./grader-row.ts";

export const graderSorts = [
  "name.asc",
  "name.desc",
  "kind.asc",
  "kind.desc",
  "threshold.asc",
  "threshold.desc",
  "weight.asc",
  "weight.desc",
  "datasets.asc",
  "datasets.desc",
] as const;

/** Search, filter and order of the list, as they stand in the address. */
export type GraderListView = { q: string; kind: string[]; sort: (typeof graderSorts)[number] | null };

type Compare = (first: GraderRow, second: GraderRow) => number;

const byColumn: Record<string, Compare> = {
  name: (first, second) => first.name.localeCompare(second.name, "en"),
  kind: (first, second) => first.kindLabel.localeCompare(second.kindLabel, "en"),
  threshold: (first, second) => first.threshold - second.threshold,
  weight: (first, second) => first.weight - second.weight,
  datasets: (first, second) => first.datasets.length - second.datasets.length,
};

/** The rows that match, in the chosen order; without one, in the order in which they came. Equal rows keep their order. */
export function viewGraders(rows: readonly GraderRow[], { q, kind, sort }: GraderListView): GraderRow[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = rows.filter((row) => {
    const text =
      `${row.name} ${row.kindLabel} ${row.datasets.map((dataset) => dataset.name).join(" ")}`.toLowerCase();
    return (kind.length === 0 || kind.includes(row.kind)) && words.every((word) => text.includes(word));
  });
  const [column = "", direction] = sort?.split(".") ?? [];
  const compare = byColumn[column];
  if (compare === undefined) return matching;
  const sign = direction === "desc" ? -1 : 1;
  return matching.toSorted((first, second) => sign * compare(first, second));
}
