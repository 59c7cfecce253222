import type { ReactNode } from "react";
import { cx } from "../class-names.ts";

export type PageProps = {
  /** narrow for forms and reading, wide for tables and charts, full for panes that fill the window. */
  width?: "narrow" | "wide" | "full";
  className?: string;
  children: ReactNode;
};

const WIDTHS = {
  narrow: "mx-auto max-w-3xl px-4 py-5 sm:px-6 lg:py-7",
  wide: "mx-auto max-w-[110rem] px-4 py-5 sm:px-6 lg:px-8 lg:py-6",
  full: "",
};

/** Body of every page inside the shell: margins, width and the space between its parts. */
export function Page({ width = "wide", className, children }: PageProps) {
  return <div className={cx("flex min-w-0 flex-col gap-5", WIDTHS[width], className)}>{children}</div>;
}
