"use client";

import { Popover as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "../class-names.ts";
import { POPOVER_STYLE } from "./overlay-style.ts";

export type PopoverProps = {
  trigger: ReactNode;
  /** Names the panel for screen readers. */
  label: string;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
  children: ReactNode;
};

export function Popover({
  trigger,
  label,
  align = "start",
  side = "bottom",
  className,
  children,
  ...state
}: PopoverProps) {
  return (
    <Radix.Root open={state.open} onOpenChange={state.onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className={cx(POPOVER_STYLE, "w-72 max-w-[calc(100vw-1rem)] p-3", className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
