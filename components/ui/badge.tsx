import type { ReactNode } from "react";
import { cx } from "./class-names.ts";

export type BadgeTone = "neutral" | "accent" | "positive" | "negative" | "warning" | "info" | "outline";

const TONES: Record<BadgeTone, string> = {
  neutral: "bg-pressed/70 text-muted",
  accent: "bg-accent-soft text-accent",
  positive: "bg-positive-soft text-positive",
  negative: "bg-negative-soft text-negative",
  warning: "bg-warning-soft text-warning",
  info: "bg-info-soft text-info",
  outline: "border border-strong text-muted",
};

export type BadgeProps = {
  tone?: BadgeTone;
  icon?: ReactNode;
  title?: string;
  className?: string;
  children: ReactNode;
};

export function Badge({ tone = "neutral", icon, title, className, children }: BadgeProps) {
  return (
    <span
      title={title}
      className={cx(
        "tabular inline-flex h-5 max-w-full items-center gap-1 whitespace-nowrap rounded-sm px-1.5 font-medium text-2xs [&_svg]:size-3 [&_svg]:shrink-0",
        TONES[tone],
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
