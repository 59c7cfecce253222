import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../class-names.ts";

export type ErrorStateProps = {
  title?: ReactNode;
  /** What went wrong with what, and what to do next. */
  text: ReactNode;
  /** Shown small, to quote when asking for help. */
  reference?: string;
  action?: ReactNode;
  className?: string;
};

export function ErrorState({
  title = "This could not be loaded",
  text,
  reference,
  action,
  className,
}: ErrorStateProps) {
  return (
    <div role="alert" className={cx("flex flex-col items-center px-6 py-14 text-center", className)}>
      <TriangleAlert aria-hidden className="mb-3 size-6 text-negative" />
      <p className="font-semibold text-base">{title}</p>
      <p className="mt-1 max-w-md text-muted text-sm">{text}</p>
      {reference && <p className="mt-2 font-mono text-faint text-xs">{reference}</p>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
