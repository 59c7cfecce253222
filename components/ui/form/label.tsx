import type { ReactNode } from "react";
import { cx } from "../class-names.ts";

export type LabelProps = { htmlFor: string; optional?: boolean; className?: string; children: ReactNode };

export function Label({ htmlFor, optional = false, className, children }: LabelProps) {
  return (
    <label htmlFor={htmlFor} className={cx("font-medium text-sm text-text", className)}>
      {children}
      {optional && <span className="font-normal text-faint"> (optional)</span>}
    </label>
  );
}
