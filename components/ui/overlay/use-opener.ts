"use client";

import {
  type ComponentProps,
  type ReactElement,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { useFocusReturn } from "./use-focus-return.ts";

type OpenerButtonProps = ComponentProps<"button"> & { "data-state"?: string };

/** A Button or another component that passes its attributes on to a <button>; attributes of the overlay replace its own. */
export type OpenerButton = ReactElement<OpenerButtonProps>;

/** What an overlay shares with the button that opens it. */
export type OpenerInput<Panel> = {
  kind: "menu" | "dialog";
  /** Imports the panel, which holds the library behind it. Keep it at module scope. */
  load: () => Promise<Panel>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/**
 * Loads the panel of an overlay when its button is pointed at, focused or pressed, so that no page pays for what nobody opens.
 * The button stays the same element throughout: it never loses focus, and says from the start what it opens.
 */
export function useOpener<Panel>({ kind, load, onOpenChange, ...state }: OpenerInput<Panel>) {
  const [ownOpen, setOwnOpen] = useState(false);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const open = state.open ?? ownOpen;
  // Here and not in the panel: by the time that is loaded, the menu whose item asked for it is gone.
  const returnFocus = useFocusReturn(open);

  const request = useCallback(async () => {
    const loaded = await load();
    setPanel(() => loaded);
  }, [load]);

  useEffect(() => {
    if (open && panel === null) request().catch(setFailure);
  }, [open, panel, request]);
  // A panel that cannot be loaded is the page's error, with its way to try again.
  if (failure !== null && open && panel === null) throw failure;

  const setOpen = useCallback(
    (next: boolean) => {
      setOwnOpen(next);
      onOpenChange?.(next);
    },
    [onOpenChange],
  );
  // Who has moved on while it was loading is not called back by it.
  const giveUp = () => panel === null && open && setOpen(false);
  // What fails ahead of time is tried again when it is wanted.
  const prepare = () => void request().catch(() => undefined);

  return {
    open,
    setOpen,
    panel,
    button,
    /** Gives the focus back to the button, or to what had it when somebody else opened the panel. */
    returnFocus: () => (button.current ? button.current.focus() : returnFocus()),
    contentId: `${id}-panel`,
    buttonProps: {
      ref: button,
      id: `${id}-button`,
      "aria-haspopup": kind,
      "aria-expanded": open,
      "aria-controls": open && panel !== null ? `${id}-panel` : undefined,
      "data-state": open ? "open" : "closed",
      onPointerEnter: prepare,
      onFocus: prepare,
      onBlur: giveUp,
    } satisfies OpenerButtonProps,
  };
}
