import { Badge } from "#components/ui/badge.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatInterval } from "#components/ui/format/format-interval.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import type { GridCell } from "#lib/scorecards/grid/grader-grid.ts";
import { type GridMethod, worthWords } from "./grid-methods.ts";

export type GridCellViewProps = { cell: GridCell | null; href: string; methods: readonly GridMethod[] };

const marks = { below: "↓ below", above: "↑ above" };

/** A pass rate that leads to its cases, with interval and n, and whether it is proven to differ from the rest of the run. */
export function GridCellView({ cell, href, methods }: GridCellViewProps) {
  if (cell === null) return <span className="text-faint text-xs">not scored</span>;
  const { estimate, lower, upper, attempts, method, against } = cell;
  const mark = methods.find(({ name }) => name === method)?.mark;
  const title = `${method}, 95\u202f%, n ${formatCount(attempts)}.${worthWords(cell)}`;
  return (
    <div title={title} className="tabular whitespace-nowrap">
      <span className="inline-flex items-baseline gap-1.5">
        {against !== null && against.proven !== null && (
          <Badge
            tone="outline"
            title={`${formatPercent(estimate)} against ${formatPercent(against.rest)} in the rest of the run; adjusted p ${against.adjusted < 0.001 ? "below 0.001" : against.adjusted.toFixed(3)}`}
          >
            {marks[against.proven]}
          </Badge>
        )}
        <TextLink href={href} className="font-medium">
          {formatPercent(estimate)}
        </TextLink>
      </span>
      <span className="block text-faint text-xs">
        {formatInterval([lower, upper])} n {formatCount(attempts)}
        {mark !== undefined && mark !== "" && <sup>{mark}</sup>}
      </span>
    </div>
  );
}
