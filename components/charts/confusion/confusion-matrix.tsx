"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { cx } from "#components/ui/class-names.ts";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { type ConfusionCell, type ConfusionCount, confusionCells, topConfusions } from "./confusion-cells.ts";
import { type CellPosition, ConfusionGrid } from "./confusion-grid.tsx";

export type ConfusionMatrixProps = {
  /** Names the picture: "Confusion matrix of run 12, 77 classes". */
  label: string;
  /** In the order of rows and columns; 2 to about 100. */
  labels: readonly string[];
  /** Pairs that occurred; the others may be left out. */
  counts: readonly ConfusionCount[];
  /** Address of the cases of one cell. */
  cellHref?: (actual: string, predicted: string) => string;
  onCellClick?: (actual: string, predicted: string) => void;
  /** Length of the list of top confusions. */
  top?: number;
  className?: string;
};

// From here on the picture needs the whole width, and the list goes below it.
const MANY_CLASSES = 24;

export function ConfusionMatrix({
  label,
  labels,
  counts,
  cellHref,
  onCellClick,
  top = 12,
  className,
}: ConfusionMatrixProps) {
  const router = useRouter();
  const [hover, setHover] = useState<CellPosition | null>(null);
  const table = useMemo(() => confusionCells(labels, counts), [labels, counts]);
  const mistakes = useMemo(() => topConfusions(table.cells, top), [table, top]);
  const many = labels.length > MANY_CLASSES;
  const name = (index: number) => labels[index] ?? "";

  function pick({ row, column }: CellPosition) {
    onCellClick?.(name(row), name(column));
    if (cellHref) router.push(cellHref(name(row), name(column)));
  }

  return (
    <div
      className={cx(
        "flex min-w-0 flex-col gap-x-8 gap-y-5",
        !many && "lg:flex-row lg:items-start",
        className,
      )}
    >
      <div className="min-w-0">
        <p className="mb-2 min-h-5 text-muted text-xs" aria-live="off">
          {hover ? (
            <Readout hover={hover} table={table} name={name} />
          ) : (
            "Rows: expected. Columns: answered. Darker: a larger share of its row."
          )}
        </p>
        <section
          aria-label={`${label}, scrollable`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
          tabIndex={0}
          className="overflow-x-auto"
        >
          <ConfusionGrid
            label={label}
            labels={labels}
            table={table}
            hover={hover}
            onHover={setHover}
            onPick={cellHref || onCellClick ? pick : undefined}
          />
        </section>
      </div>
      <section
        aria-label={`Top confusions, ${label}`}
        className={cx("min-w-0 flex-1", !many && "lg:max-w-md")}
      >
        <h3 className="mb-1 font-medium text-sm">Top confusions</h3>
        {mistakes.length === 0 && (
          <p className="text-muted text-sm">No answer was mistaken for another class.</p>
        )}
        <ol className={cx("gap-x-8", many && "md:columns-2 2xl:columns-3")}>
          {mistakes.map((cell) => (
            <ConfusionLine
              key={`${cell.row} ${cell.column}`}
              cell={cell}
              name={name}
              href={cellHref?.(name(cell.row), name(cell.column))}
              onPick={onCellClick ? () => pick(cell) : undefined}
              onHover={setHover}
            />
          ))}
        </ol>
      </section>
    </div>
  );
}

type ReadoutProps = {
  hover: CellPosition;
  table: ReturnType<typeof confusionCells>;
  name: (index: number) => string;
};

function Readout({ hover, table, name }: ReadoutProps) {
  const cell = table.cells.find((one) => one.row === hover.row && one.column === hover.column);
  const rowTotal = table.rowTotals[hover.row] ?? 0;
  return (
    <>
      <strong className="font-medium text-text">{name(hover.row)}</strong> answered as{" "}
      <strong className="font-medium text-text">{name(hover.column)}</strong>:{" "}
      <span className="tabular text-text">
        {formatCount(cell?.count ?? 0)} of {formatCount(rowTotal)}
        {rowTotal > 0 && ` (${formatPercent((cell?.count ?? 0) / rowTotal)})`}
      </span>
    </>
  );
}

type ConfusionLineProps = {
  cell: ConfusionCell;
  name: (index: number) => string;
  href: string | undefined;
  onPick: (() => void) | undefined;
  onHover: (cell: CellPosition | null) => void;
};

function ConfusionLine({ cell, name, href, onPick, onHover }: ConfusionLineProps) {
  const words = (
    <>
      {name(cell.row)} <span className="text-faint">as</span> {name(cell.column)}
    </>
  );
  return (
    <li
      onMouseEnter={() => onHover(cell)}
      onMouseLeave={() => onHover(null)}
      className="flex break-inside-avoid items-baseline gap-3 border-b py-1 text-sm hover:bg-hover"
    >
      <span className="min-w-0 flex-1 break-words">
        {href ? (
          <Link href={href} className="rounded-sm decoration-accent underline-offset-3 hover:underline">
            {words}
          </Link>
        ) : onPick ? (
          <button type="button" onClick={onPick} className="rounded-sm text-left hover:underline">
            {words}
          </button>
        ) : (
          words
        )}
      </span>
      <span className="tabular shrink-0">{formatCount(cell.count)}</span>
      <span className="tabular w-12 shrink-0 text-right text-faint text-xs">{formatPercent(cell.share)}</span>
    </li>
  );
}
