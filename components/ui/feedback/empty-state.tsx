import type { ReactNode } from "react";
import { cx } from "../class-names.ts";

export type EmptyStateProps = {
  icon?: ReactNode;
  title: ReactNode;
  /** What belongs here and what to do next. */
  text?: ReactNode;
  /** A primary Button or LinkButton that does it with one click. */
  action?: ReactNode;
  secondary?: ReactNode;
  headingLevel?: 2 | 3;
  className?: string;
};

export function EmptyState({
  icon,
  title,
  text,
  action,
  secondary,
  headingLevel = 2,
  className,
}: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className={cx("flex flex-col items-center px-6 py-14 text-center", className)}>
      {icon && (
        <span
          aria-hidden
          className="mb-4 grid size-11 place-items-center rounded-[14px_12px_15px_11px] border border-strong bg-raised text-muted shadow-card [&_svg]:size-5"
        >
          {icon}
        </span>
      )}
      <Heading className="font-semibold text-base">{title}</Heading>
      {text && <p className="mt-1 max-w-md text-muted text-sm">{text}</p>}
      {(action || secondary) && (
        <div className="mt-4 flex flex-wrap items-center justify-center gap-2">
          {action}
          {secondary}
        </div>
      )}
    </div>
  );
}
