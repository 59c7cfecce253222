import type { Sort } from "#components/table/data-column.ts";
import type { ModelListItem } from "#lib/models/list-models.ts";

export type ModelRow = {
  id: string;
  name: string;
  /** Whether `what` is an id that a server knows, rather than a label. */
  hasModelId: boolean;
  /** The server's model id, or the label of the built-in kind. */
  what: string;
  /** The connection, or that none is needed. */
  where: string;
  versionNumber: number;
  inputPrice: number | null;
  outputPrice: number | null;
  createdAt: Date;
};

export const sortableColumns: readonly string[] = ["name", "what", "where", "version", "created"];

export function modelRowOf(item: ModelListItem, labelOfKind: (kind: string) => string): ModelRow {
  const { latest } = item;
  const isRecorded = latest?.provider === "recorded";
  const kind = latest?.builtInKind ?? null;
  return {
    id: item.id,
    name: item.name,
    hasModelId: latest?.provider === "connection",
    what: isRecorded ? "Recorded answers" : kind === null ? (latest?.providerModel ?? "") : labelOfKind(kind),
    where: latest?.connection?.name ?? (isRecorded ? "imported" : "built in"),
    versionNumber: latest?.number ?? 0,
    inputPrice: latest?.inputPrice ?? null,
    outputPrice: latest?.outputPrice ?? null,
    createdAt: item.createdAt,
  };
}

/** Those that match every word of the search, in the order asked for; without one, as they come. */
export function arrangeModels(rows: readonly ModelRow[], search: string, sort: Sort | null): ModelRow[] {
  const words = search.toLowerCase().split(/\s+/);
  const found = rows.filter((row) => {
    const text = `${row.name} ${row.what} ${row.where}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  if (sort === null) return found;
  const sign = sort.direction === "asc" ? 1 : -1;
  return found.sort((a, b) => sign * compare(sortValue(a, sort.column), sortValue(b, sort.column)));
}

function sortValue(row: ModelRow, column: string): string | number {
  switch (column) {
    case "what":
      return row.what;
    case "where":
      return row.where;
    case "version":
      return row.versionNumber;
    case "created":
      return row.createdAt.getTime();
    default:
      return row.name;
  }
}

function compare(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number"
    ? a - b
    : String(a).localeCompare(String(b), "en", { numeric: true, sensitivity: "base" });
}
