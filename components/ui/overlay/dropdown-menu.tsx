"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "../class-names.ts";
import { Kbd } from "../kbd.tsx";
import { POPOVER_STYLE } from "./overlay-style.ts";

const ITEM_STYLE =
  "flex min-h-7 cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 text-sm outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted";

export type DropdownMenuProps = {
  /** A Button; it receives the menu's aria attributes. */
  trigger: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  className?: string;
  /** DropdownMenuItem, DropdownMenuCheck, DropdownMenuLabel, DropdownMenuSeparator. */
  children: ReactNode;
};

export function DropdownMenu({
  trigger,
  align = "end",
  side = "bottom",
  className,
  children,
}: DropdownMenuProps) {
  return (
    // Not modal: a modal menu hides the page from assistive technology while its links stay focusable.
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cx(POPOVER_STYLE, "max-h-[min(28rem,80dvh)] min-w-44 max-w-80", className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export type DropdownMenuItemProps = {
  icon?: ReactNode;
  /** Goes there instead of calling `onSelect`. */
  href?: string;
  /** With `href`: download instead of navigating. */
  download?: boolean;
  onSelect?: () => void;
  shortcut?: string;
  detail?: ReactNode;
  tone?: "default" | "danger";
  disabled?: boolean;
  children: ReactNode;
};

export function DropdownMenuItem({
  icon,
  href,
  tone,
  shortcut,
  detail,
  children,
  ...props
}: DropdownMenuItemProps) {
  const content = (
    <>
      {icon}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{children}</span>
        {detail && <span className="block text-muted text-xs">{detail}</span>}
      </span>
      {shortcut && <Kbd keys={shortcut} className="text-faint" />}
    </>
  );
  const className = cx(ITEM_STYLE, tone === "danger" && "text-negative [&_svg]:text-negative");
  if (href === undefined) {
    return (
      <Radix.Item className={className} disabled={props.disabled} onSelect={props.onSelect}>
        {content}
      </Radix.Item>
    );
  }
  return (
    <Radix.Item className={className} disabled={props.disabled} asChild>
      {props.download ? (
        <a href={href} download>
          {content}
        </a>
      ) : (
        <Link href={href}>{content}</Link>
      )}
    </Radix.Item>
  );
}

export type DropdownMenuCheckProps = {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  /** Keeps the menu open, for picking several. */
  keepOpen?: boolean;
  children: ReactNode;
};

export function DropdownMenuCheck({
  checked,
  onCheckedChange,
  keepOpen = false,
  children,
}: DropdownMenuCheckProps) {
  return (
    <Radix.CheckboxItem
      checked={checked}
      onCheckedChange={onCheckedChange}
      onSelect={keepOpen ? (event) => event.preventDefault() : undefined}
      className={cx(ITEM_STYLE, "relative pl-7")}
    >
      <Radix.ItemIndicator className="absolute left-2">
        <Check aria-hidden className="!text-accent" />
      </Radix.ItemIndicator>
      <span className="min-w-0 flex-1 truncate">{children}</span>
    </Radix.CheckboxItem>
  );
}

export function DropdownMenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pt-1.5 pb-1 font-medium text-2xs text-faint">{children}</Radix.Label>;
}

export function DropdownMenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-border" />;
}
