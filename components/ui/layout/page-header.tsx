import type { ReactNode } from "react";
import { Breadcrumb, type BreadcrumbItem } from "./breadcrumb.tsx";

export type PageHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  breadcrumb?: readonly BreadcrumbItem[];
  /** Facts beside or under the title: badges, a status, when it was made. */
  meta?: ReactNode;
  /** Buttons, the primary one last. */
  actions?: ReactNode;
  /** Link tabs at the bottom edge. */
  tabs?: ReactNode;
};

export function PageHeader({ title, description, breadcrumb, meta, actions, tabs }: PageHeaderProps) {
  return (
    <header className="flex flex-col gap-3">
      <div className="flex flex-col gap-1.5">
        {breadcrumb && <Breadcrumb items={breadcrumb} />}
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2.5">
          <div className="min-w-0 flex-1 basis-72">
            <h1 className="break-words font-semibold text-xl tracking-[-0.015em]">{title}</h1>
            {description && <p className="mt-0.5 max-w-prose text-muted text-sm">{description}</p>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
        {meta && (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-muted text-xs">{meta}</div>
        )}
      </div>
      {tabs}
    </header>
  );
}
