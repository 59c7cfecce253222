import { cx } from "#components/ui/class-names.ts";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { ADDED_STYLE, type DiffLabels, DiffLegend, REMOVED_STYLE } from "./diff-legend.tsx";
import { type JsonDiffRow, jsonDiffRows } from "./json-diff-rows.ts";
import { TextPair } from "./text-pair.tsx";

export type JsonDiffProps = DiffLabels & { before: unknown; after: unknown };

const maxIndent = 12;

/** Two JSON values field by field, with what changed, came, went or moved marked. Values are shown as text and never run. */
export function JsonDiff({ before, after, ...labels }: JsonDiffProps) {
  const diff = jsonDiffRows(before, after);
  if (diff === null) {
    return (
      <div className="flex flex-col gap-3">
        <Alert>These values are too large to compare field by field, so both are shown whole.</Alert>
        <TextPair
          {...labels}
          mono
          before={JSON.stringify(before, null, 2)}
          after={JSON.stringify(after, null, 2)}
        />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      <section
        aria-label={`Differences between ${labels.beforeLabel} and ${labels.afterLabel}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
        tabIndex={0}
        className="max-h-[32rem] overflow-auto rounded-md border bg-raised focus-visible:-outline-offset-2"
      >
        <table className="w-full border-collapse font-mono text-xs">
          <thead className="sr-only">
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Value</th>
            </tr>
          </thead>
          <tbody>
            {diff.rows.map((row) => (
              <tr
                key={row.path}
                className={cx("border-b last:border-0", row.kind === "same" && "text-muted")}
              >
                <th
                  scope="row"
                  style={{ paddingLeft: `${0.75 + Math.min(maxIndent, Math.max(0, row.depth - 1))}rem` }}
                  className="untrusted-text w-1/3 max-w-48 py-1 pr-3 text-left align-top font-normal"
                >
                  {row.name}
                </th>
                <td className="untrusted-text py-1 pr-3 align-top">
                  <RowValue row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {diff.truncated && <p className="text-muted text-xs">Only the first 2,000 lines are shown.</p>}
      {diff.equal ? (
        <p className="text-muted text-xs">
          No difference between {labels.beforeLabel} and {labels.afterLabel}: the values are equal, whatever
          the order of their fields.
        </p>
      ) : (
        <DiffLegend {...labels} />
      )}
    </div>
  );
}

function RowValue({ row }: { row: JsonDiffRow }) {
  switch (row.kind) {
    case "same":
      return row.after;
    case "inside":
      return null;
    case "added":
      return <ins className={ADDED_STYLE}>{row.after}</ins>;
    case "removed":
      return <del className={REMOVED_STYLE}>{row.before}</del>;
    case "changed":
      return (
        <>
          <del className={REMOVED_STYLE}>{row.before}</del> <span className="sr-only">became</span>{" "}
          <ins className={ADDED_STYLE}>{row.after}</ins>
        </>
      );
    case "moved":
      return (
        <span className="text-muted">
          {row.after} <span className="text-faint">moved here from {row.before}</span>
        </span>
      );
  }
}
