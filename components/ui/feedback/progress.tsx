import type { ReactNode } from "react";
import { cx } from "../class-names.ts";
import { OUTCOME_FILL, type OutcomeTone } from "./outcome-fill.ts";

export type ProgressPart = { value: number; tone: OutcomeTone; label: string };

export type ProgressProps = {
  /** Says what is under way; shown above the bar unless `hideLabel`. */
  label: string;
  max: number;
  /** Done so far, or several parts that add up. */
  value: number | readonly ProgressPart[];
  /** Right of the label: "1,204 of 5,000". */
  detail?: ReactNode;
  hideLabel?: boolean;
  className?: string;
};

export function Progress({ label, max, value, detail, hideLabel = false, className }: ProgressProps) {
  const parts: readonly ProgressPart[] =
    typeof value === "number" ? [{ value, tone: "accent", label }] : value;
  const done = parts.reduce((sum, part) => sum + Math.max(0, part.value), 0);
  const whole = Math.max(max, done, 1);
  return (
    <div className={cx("flex min-w-0 flex-col gap-1.5", className)}>
      {(!hideLabel || detail) && (
        <div className="flex items-baseline justify-between gap-3 text-xs">
          <span className={hideLabel ? "sr-only" : "text-muted"}>{label}</span>
          {detail && <span className="tabular text-muted">{detail}</span>}
        </div>
      )}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={whole}
        aria-valuenow={done}
        aria-valuetext={typeof value === "number" ? undefined : spokenParts(parts, max)}
        className="flex h-1.5 gap-px overflow-hidden rounded-full bg-pressed"
      >
        {parts
          .filter((part) => part.value > 0)
          .map((part) => (
            <span
              key={part.label}
              title={`${part.label}: ${part.value}`}
              style={{ width: `${(part.value / whole) * 100}%` }}
              className={cx("block h-full min-w-px transition-[width] duration-500", OUTCOME_FILL[part.tone])}
            />
          ))}
      </div>
    </div>
  );
}

function spokenParts(parts: readonly ProgressPart[], max: number): string {
  return `${parts.map((part) => `${part.label} ${part.value}`).join(", ")} of ${max}`;
}
