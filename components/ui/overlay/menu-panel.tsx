"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { Menu } from "radix-ui/internal";
import { type ReactNode, type RefObject, useRef } from "react";
import { cx } from "../class-names.ts";
import { Kbd } from "../kbd.tsx";
import { POPOVER_STYLE } from "./overlay-style.ts";

const ITEM_STYLE =
  "flex min-h-7 cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 text-sm outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted";

export type MenuPlacement = {
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  className?: string;
};

type MenuPanelProps = MenuPlacement & {
  id: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The button that it hangs from, which names it and has the focus again afterwards. */
  button: RefObject<HTMLButtonElement | null>;
  buttonId: string;
  children: ReactNode;
};

export function MenuPanel({ button, buttonId, align = "end", side = "bottom", ...props }: MenuPanelProps) {
  const leftForElsewhere = useRef(false);
  return (
    // Not modal: a modal menu hides the page from assistive technology while its links stay focusable.
    <Menu.Root modal={false} open={props.open} onOpenChange={props.onOpenChange}>
      <Menu.Anchor virtualRef={button} />
      <Menu.Portal>
        <Menu.Content
          id={props.id}
          aria-labelledby={buttonId}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          onInteractOutside={() => {
            leftForElsewhere.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!leftForElsewhere.current) button.current?.focus();
            leftForElsewhere.current = false;
          }}
          className={cx(POPOVER_STYLE, "max-h-[min(28rem,80dvh)] min-w-44 max-w-80", props.className)}
        >
          {props.children}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}

export type MenuItemProps = {
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

export function MenuItem({ icon, href, tone, shortcut, detail, children, ...props }: MenuItemProps) {
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
      <Menu.Item className={className} disabled={props.disabled} onSelect={props.onSelect}>
        {content}
      </Menu.Item>
    );
  }
  return (
    <Menu.Item className={className} disabled={props.disabled} asChild>
      {props.download ? (
        <a href={href} download>
          {content}
        </a>
      ) : (
        <Link href={href}>{content}</Link>
      )}
    </Menu.Item>
  );
}

export type MenuCheckProps = {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  /** Keeps the menu open, for picking several. */
  keepOpen?: boolean;
  children: ReactNode;
};

export function MenuCheck({ checked, onCheckedChange, keepOpen = false, children }: MenuCheckProps) {
  return (
    <Menu.CheckboxItem
      checked={checked}
      onCheckedChange={onCheckedChange}
      onSelect={keepOpen ? (event) => event.preventDefault() : undefined}
      className={cx(ITEM_STYLE, "relative pl-7")}
    >
      <Menu.ItemIndicator className="absolute left-2">
        <Check aria-hidden className="!text-accent" />
      </Menu.ItemIndicator>
      <span className="min-w-0 flex-1 truncate">{children}</span>
    </Menu.CheckboxItem>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Menu.Label className="px-2 pt-1.5 pb-1 font-medium text-2xs text-faint">{children}</Menu.Label>;
}

export function MenuSeparator() {
  return <Menu.Separator className="-mx-1 my-1 h-px bg-border" />;
}
