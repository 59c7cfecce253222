import type { ReactNode } from "react";
import { cx } from "../class-names.ts";
import { formatCount } from "../format/format-count.ts";

export type StatProps = {
  label: ReactNode;
  /** Already formatted. */
  value: ReactNode;
  interval?: string | null;
  n?: number | null;
  /** Name of the method behind the interval. */
  method?: string;
  /** A Delta, a Badge or a few words under the number. */
  detail?: ReactNode;
  /** Marks the number that decides. */
  chosen?: boolean;
  className?: string;
};

/** A headline number. Place several in a StatRow. */
export function Stat({ label, value, interval, n, method, detail, chosen = false, className }: StatProps) {
  return (
    <div
      className={cx(
        "flex min-w-0 flex-col px-4 py-3",
        chosen && "shadow-[inset_0_2px_0_var(--accent)]",
        className,
      )}
    >
      <dt className="truncate text-muted text-xs">{label}</dt>
      <dd className="mt-1 flex min-w-0 flex-col">
        <span className="tabular font-semibold text-2xl tracking-[-0.02em]">{value}</span>
        {(interval || typeof n === "number") && (
          <span title={method} className="tabular text-faint text-xs">
            {interval}
            {interval && typeof n === "number" && " · "}
            {typeof n === "number" && `n ${formatCount(n)}`}
          </span>
        )}
        {detail && <span className="mt-1 text-muted text-xs">{detail}</span>}
      </dd>
    </div>
  );
}

/** Stats side by side in one frame, two to a row on phones. */
export function StatRow({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <dl
      className={cx(
        "grid gap-px overflow-hidden rounded-lg border bg-border shadow-card [grid-template-columns:repeat(auto-fit,minmax(min(10rem,45%),1fr))] *:bg-surface max-sm:[&>:last-child:nth-child(odd)]:col-span-2",
        className,
      )}
    >
      {children}
    </dl>
  );
}
