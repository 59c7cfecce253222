"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "../class-names.ts";
import { CONTROL_STYLE } from "./control-style.ts";
import { useFieldControl } from "./field-control.ts";

export type NativeSelectProps = ComponentProps<"select">;

/** The browser's own select: best on phones and inside plain forms. Children are `<option>`s. */
export function NativeSelect({ className, children, ...props }: NativeSelectProps) {
  const control = useFieldControl(props);
  return (
    <span className={cx("relative inline-flex w-full min-w-0", className)}>
      <select
        {...props}
        {...control}
        className={cx(CONTROL_STYLE, "h-8 appearance-none truncate pr-7 pl-2.5")}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 size-3.5 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
