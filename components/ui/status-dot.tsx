import type { ReactNode } from "react";
import { cx } from "./class-names.ts";

export type StatusTone = "neutral" | "active" | "positive" | "negative" | "warning" | "info";

// Shape differs as well as colour: a hollow ring is waiting, a disc is settled, a square failed, a moving disc is at work.
const SHAPES: Record<StatusTone, string> = {
  neutral: "rounded-full border-[1.5px] border-control",
  active: "rounded-full bg-accent ring-2 ring-accent/30 animate-breathe",
  positive: "rounded-full bg-positive",
  negative: "rounded-[1px] bg-negative",
  warning: "rotate-45 rounded-[1px] bg-warning",
  info: "rounded-full bg-info",
};

export type StatusDotProps = { tone: StatusTone; children: ReactNode; className?: string };

/** A state in words with a mark before it. The words are required: a dot alone says nothing to many readers. */
export function StatusDot({ tone, children, className }: StatusDotProps) {
  return (
    <span className={cx("inline-flex items-center gap-2 whitespace-nowrap", className)}>
      <span aria-hidden className={cx("size-2 shrink-0", SHAPES[tone])} />
      {children}
    </span>
  );
}
