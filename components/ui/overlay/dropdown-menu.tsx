"use client";

import {
  cloneElement,
  createContext,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useContext,
} from "react";
import type { MenuCheckProps, MenuItemProps, MenuPlacement } from "./menu-panel.tsx";
import { type OpenerButton, useOpener } from "./use-opener.ts";

const loadPanel = () => import("./menu-panel.tsx");
const PanelContext = createContext<Awaited<ReturnType<typeof loadPanel>> | null>(null);

export type DropdownMenuProps = MenuPlacement & {
  trigger: OpenerButton;
  /** DropdownMenuItem, DropdownMenuCheck, DropdownMenuLabel, DropdownMenuSeparator. */
  children: ReactNode;
};

/** Opens on a press, Enter, Space and arrow down. What is in it is loaded when its button is first pointed at or focused. */
export function DropdownMenu({ trigger, children, ...placement }: DropdownMenuProps) {
  const { open, setOpen, panel, button, contentId, buttonProps } = useOpener({
    kind: "menu",
    load: loadPanel,
  });

  function press(event: PointerEvent) {
    if (event.button !== 0 || event.ctrlKey) return;
    // The menu takes the focus, so the button does not.
    if (!open) event.preventDefault();
    setOpen(!open);
  }
  function pressKey(event: KeyboardEvent) {
    if (event.key !== "Enter" && event.key !== " " && event.key !== "ArrowDown") return;
    event.preventDefault();
    setOpen(event.key === "ArrowDown" || !open);
  }

  return (
    <>
      {cloneElement(trigger, { ...buttonProps, onPointerDown: press, onKeyDown: pressKey })}
      {panel && (
        <PanelContext value={panel}>
          <panel.MenuPanel
            {...placement}
            id={contentId}
            open={open}
            onOpenChange={setOpen}
            button={button}
            buttonId={buttonProps.id}
          >
            {children}
          </panel.MenuPanel>
        </PanelContext>
      )}
    </>
  );
}

export function DropdownMenuItem(props: MenuItemProps) {
  const { MenuItem } = usePanel();
  return <MenuItem {...props} />;
}

export function DropdownMenuCheck(props: MenuCheckProps) {
  const { MenuCheck } = usePanel();
  return <MenuCheck {...props} />;
}

export function DropdownMenuLabel({ children }: { children: ReactNode }) {
  const { MenuLabel } = usePanel();
  return <MenuLabel>{children}</MenuLabel>;
}

export function DropdownMenuSeparator() {
  const { MenuSeparator } = usePanel();
  return <MenuSeparator />;
}

function usePanel() {
  const panel = useContext(PanelContext);
  if (panel === null) throw new Error("Parts of a menu belong inside a DropdownMenu.");
  return panel;
}
