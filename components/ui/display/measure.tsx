import type { ReactNode } from "react";
import { cx } from "../class-names.ts";
import { formatCount } from "../format/format-count.ts";

export type MeasureProps = {
  /** Already formatted: "91.4 %". */
  value: ReactNode;
  /** Already formatted: "[88.6, 93.4]". */
  interval?: string | null;
  n?: number | null;
  /** Name of the method behind the interval, shown on hover: "Wilson, 95 %". */
  method?: string;
  className?: string;
};

/** A number with its interval and n in a quieter tone, on one line; on paper below one another, because a sheet does not scroll. */
export function Measure({ value, interval, n, method, className }: MeasureProps) {
  return (
    <span
      title={method}
      className={cx(
        "tabular inline-flex items-baseline gap-1.5 whitespace-nowrap print:flex-col print:items-end print:gap-0",
        className,
      )}
    >
      <span className="font-medium">{value}</span>
      {interval && <span className="text-faint text-xs">{interval}</span>}
      {n !== undefined && n !== null && <span className="text-faint text-xs">n {formatCount(n)}</span>}
    </span>
  );
}
