import { type ReactNode, useId } from "react";
import { cx } from "../class-names.ts";

export type SectionProps = {
  /** For links that lead to it. */
  id?: string;
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A titled part of a page without a frame. */
export function Section({ id, title, description, actions, className, children }: SectionProps) {
  const titleId = useId();
  return (
    <section id={id} aria-labelledby={titleId} className={cx("flex min-w-0 flex-col gap-3", className)}>
      <header className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <div className="min-w-0 grow basis-56">
          <h2 id={titleId} className="font-semibold text-base">
            {title}
          </h2>
          {description && <p className="max-w-prose text-muted text-sm">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-1.5">{actions}</div>}
      </header>
      {children}
    </section>
  );
}
