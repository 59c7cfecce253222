import type { ReactNode } from "react";

export type AuthPanelProps = { title: string; description?: ReactNode; children?: ReactNode };

/** The one thing on a page outside the workspace. */
export function AuthPanel({ title, description, children }: AuthPanelProps) {
  return (
    <div className="flex flex-col gap-5">
      <div>
        <h1 className="font-semibold text-2xl tracking-[-0.02em]">{title}</h1>
        {description && <div className="mt-1.5 text-muted text-sm">{description}</div>}
      </div>
      {children}
    </div>
  );
}
