"use client";

import type { ComponentProps } from "react";
import { cx } from "../class-names.ts";
import { CONTROL_STYLE } from "./control-style.ts";
import { useFieldControl } from "./field-control.ts";

export type TextareaProps = ComponentProps<"textarea"> & { mono?: boolean };

/** Grows with its text, between `rows` and 24 lines. */
export function Textarea({ mono = false, rows = 3, className, ...props }: TextareaProps) {
  const control = useFieldControl(props);
  return (
    <textarea
      {...props}
      {...control}
      rows={rows}
      className={cx(
        CONTROL_STYLE,
        "field-sizing-content max-h-[30rem] px-2.5 py-1.5 leading-5",
        mono && "font-mono text-xs leading-5",
        className,
      )}
      style={{ minHeight: `${rows * 1.25 + 0.875}rem`, ...props.style }}
    />
  );
}
