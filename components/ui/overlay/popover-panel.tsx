"use client";

import { Popover as Radix } from "radix-ui";
import { type ReactNode, type RefObject, useRef } from "react";
import { cx } from "../class-names.ts";
import { POPOVER_STYLE } from "./overlay-style.ts";

export type PopoverContent = {
  /** Names the panel for screen readers. */
  label: string;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  className?: string;
  children: ReactNode;
};

type PopoverPanelProps = PopoverContent & {
  id: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The button that it hangs from. */
  button: RefObject<HTMLButtonElement | null>;
};

export function PopoverPanel({
  label,
  align = "start",
  side = "bottom",
  button,
  ...props
}: PopoverPanelProps) {
  const leftForElsewhere = useRef(false);
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Anchor virtualRef={button} />
      <Radix.Portal>
        <Radix.Content
          id={props.id}
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          onInteractOutside={(event) => {
            // The button closes it itself; closed here first, its press would open it again.
            if (event.target instanceof Node && button.current?.contains(event.target))
              event.preventDefault();
            else leftForElsewhere.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!leftForElsewhere.current) button.current?.focus();
            leftForElsewhere.current = false;
          }}
          className={cx(POPOVER_STYLE, "w-72 max-w-[calc(100vw-1rem)] p-3", props.className)}
        >
          {props.children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
