import type { ReactNode } from "react";
import { formatCount } from "#components/ui/format/format-count.ts";
import { CaseFilterLink, type CaseFilterLinkProps } from "../case-filter-link.tsx";

export type TransitionTableProps = {
  label: string;
  /** What rows and columns are, in their order. */
  names: readonly { key: string; label: string }[];
  /** `counts[baseline][candidate]` */
  counts: readonly (readonly number[])[];
  /** "run 12", "run 13" */
  baseline: string;
  candidate: string;
  filterOf: (before: string, after: string) => CaseFilterLinkProps["filter"];
};

/** How many cases went from what they were in the baseline to what they are in the candidate. Every cell shows its cases. */
export function TransitionTable(props: TransitionTableProps) {
  const { label, names, counts, baseline, candidate, filterOf } = props;
  const most = Math.max(1, ...counts.flatMap((row, from) => row.filter((_, to) => to !== from)));
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
      tabIndex={0}
      className="overflow-x-auto focus-visible:-outline-offset-2"
    >
      <table className="w-full border-separate border-spacing-0.5 text-sm">
        <thead>
          <tr>
            <td />
            <th
              scope="colgroup"
              colSpan={names.length}
              className="pb-1 text-left font-normal text-faint text-xs"
            >
              in {candidate} →
            </th>
          </tr>
          <tr className="text-muted text-xs">
            <th scope="col" className="pr-2 text-left font-normal text-faint">
              in {baseline} ↓
            </th>
            {names.map((name) => (
              <th key={name.key} scope="col" className="min-w-14 px-1 pb-1 text-right font-medium">
                {name.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((before, from) => (
            <tr key={before.key}>
              <th scope="row" className="whitespace-nowrap pr-2 text-left font-medium text-muted text-xs">
                {before.label}
              </th>
              {names.map((after, to) => (
                <td key={after.key} className="p-0">
                  <Cell
                    count={counts[from]?.[to] ?? 0}
                    isKept={from === to}
                    share={(counts[from]?.[to] ?? 0) / most}
                    filter={filterOf(before.key, after.key)}
                    label={`${formatCount(counts[from]?.[to] ?? 0)} cases: ${before.label} in ${baseline}, ${after.label} in ${candidate}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type CellProps = {
  count: number;
  isKept: boolean;
  share: number;
  filter: CaseFilterLinkProps["filter"];
  label: string;
};

/** Shaded by how many cases moved; never green or red, because counts alone prove no change. */
function Cell({ count, isKept, share, filter, label }: CellProps): ReactNode {
  if (count === 0) {
    return <span className="block px-2 py-1.5 text-right text-faint">0</span>;
  }
  return (
    <CaseFilterLink
      filter={filter}
      label={label}
      className="tabular relative block px-2 py-1.5 text-right outline-offset-0 hover:outline-2 hover:outline-ring"
      activeClassName="outline-2 outline-accent"
    >
      <span
        aria-hidden
        style={{ opacity: isKept ? 0.35 : 0.15 + 0.55 * Math.sqrt(share) }}
        className={`absolute inset-0 rounded-sm ${isKept ? "bg-pressed" : "bg-series-1/45"}`}
      />
      <span className={`relative ${isKept ? "text-muted" : "font-medium"}`}>{formatCount(count)}</span>
    </CaseFilterLink>
  );
}
