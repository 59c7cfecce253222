import { cx } from "#components/ui/class-names.ts";
import { formatCount } from "#components/ui/format/format-count.ts";
import { type ResultTable, rowsOnlyHere, type SqlTablesDetail } from "./sql-tables-of.ts";

/** The expected result and the answer's, side by side; rows that only one of them has are marked. */
export function SqlTables({ tables: { expected, actual } }: { tables: SqlTablesDetail }) {
  return (
    <div className="grid min-w-0 gap-3 [grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr))]">
      <Result title="Expected" table={expected} marked={rowsOnlyHere(expected, actual)} mark="missing" />
      {actual === null ? (
        <p className="self-center text-muted text-xs">The answer’s query gave no result.</p>
      ) : (
        <Result
          title="The answer’s query"
          table={actual}
          marked={rowsOnlyHere(actual, expected)}
          mark="extra"
        />
      )}
    </div>
  );
}

type ResultProps = {
  title: string;
  table: ResultTable;
  marked: ReadonlySet<number>;
  mark: "missing" | "extra";
};

function Result({ title, table, marked, mark }: ResultProps) {
  const { columns, rows, totalRows, totalColumns } = table;
  const cut = [
    rows.length < totalRows && `the first ${formatCount(rows.length)} rows`,
    columns.length < totalColumns && `the first ${formatCount(columns.length)} columns`,
  ].filter((part) => part !== false);
  return (
    <figure className="flex min-w-0 flex-col gap-1.5">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-3 text-xs">
        <span className="font-medium">{title}</span>
        <span className="tabular text-muted">
          {formatCount(totalRows)} {totalRows === 1 ? "row" : "rows"}
          {cut.length > 0 && `, of which ${cut.join(" and ")} are shown`}
        </span>
      </figcaption>
      <section
        aria-label={title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
        tabIndex={0}
        className="max-h-72 overflow-auto rounded-md border focus-visible:-outline-offset-2"
      >
        <table className="w-full text-xs">
          <thead className="sticky top-0 bg-sunken text-left">
            <tr>
              {columns.map((name, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, and they never reorder
                <th key={index} scope="col" className="untrusted-text border-b px-2 py-1 font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr
                // biome-ignore lint/suspicious/noArrayIndexKey: rows may be equal, and they never reorder
                key={index}
                className={cx(
                  "border-b last:border-0",
                  marked.has(index) && (mark === "missing" ? "bg-positive-soft" : "bg-negative-soft"),
                )}
              >
                {row.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have no name of their own
                  <td key={column} className="untrusted-text tabular px-2 py-1 align-top font-mono">
                    {column === 0 && marked.has(index) && (
                      <span className={mark === "missing" ? "text-positive" : "text-negative"}>
                        <span aria-hidden>{mark === "missing" ? "− " : "+ "}</span>
                        <span className="sr-only">{mark === "missing" ? "missing: " : "not expected: "}</span>
                      </span>
                    )}
                    {cell ?? <span className="text-faint italic">NULL</span>}
                  </td>
                ))}
              </tr>
            ))}
            {rows.length === 0 && (
              <tr>
                <td colSpan={Math.max(1, columns.length)} className="px-2 py-1.5 text-faint">
                  No rows.
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </section>
    </figure>
  );
}
