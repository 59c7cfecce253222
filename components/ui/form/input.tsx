"use client";

import type { ComponentProps } from "react";
import { cx } from "../class-names.ts";
import { CONTROL_STYLE } from "./control-style.ts";
import { useFieldControl } from "./field-control.ts";

export type InputProps = ComponentProps<"input"> & {
  /** Monospaced, for ids, keys and code. */
  mono?: boolean;
};

export function Input({ mono = false, className, ...props }: InputProps) {
  const control = useFieldControl(props);
  return (
    <input
      {...props}
      {...control}
      className={cx(
        CONTROL_STYLE,
        "h-8 px-2.5",
        props.type === "file" && "py-1 file:mr-2 file:font-medium file:text-text",
        mono && "font-mono",
        className,
      )}
    />
  );
}
