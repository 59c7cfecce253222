import type { ReactNode } from "react";
import { cx } from "../class-names.ts";

export type CardProps = {
  title?: ReactNode;
  description?: ReactNode;
  /** Right of the title. */
  actions?: ReactNode;
  footer?: ReactNode;
  /** No inner padding: for tables and lists that run to the edge. */
  flush?: boolean;
  /** Heading level of the title, to keep the outline of the page in order. */
  headingLevel?: 2 | 3 | 4;
  className?: string;
  children?: ReactNode;
};

export function Card({
  title,
  description,
  actions,
  footer,
  flush = false,
  headingLevel = 2,
  className,
  children,
}: CardProps) {
  const Heading = `h${headingLevel}` as const;
  const hasHeader = title || description || actions;
  return (
    <section className={cx("min-w-0 overflow-hidden rounded-lg border bg-surface shadow-card", className)}>
      {hasHeader && (
        <header className={cx("flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3", flush && "border-b")}>
          <div className="min-w-0 grow basis-56">
            {title && <Heading className="font-semibold text-sm">{title}</Heading>}
            {description && <p className="text-muted text-xs">{description}</p>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-1.5">{actions}</div>}
        </header>
      )}
      {children && (
        <div className={cx(!flush && "px-4 pb-4", !flush && !hasHeader && "pt-4")}>{children}</div>
      )}
      {footer && <footer className="border-t bg-sunken/40 px-4 py-2.5 text-muted text-xs">{footer}</footer>}
    </section>
  );
}
