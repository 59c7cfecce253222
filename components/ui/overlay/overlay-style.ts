/** Panel of everything that floats over the page without blocking it. */
export const POPOVER_STYLE =
  "z-50 overflow-auto rounded-lg border border-strong/70 bg-raised p-1 text-text shadow-float outline-none data-[state=open]:animate-pop-in data-[state=closed]:animate-pop-out motion-reduce:animate-none";

/** The veil behind a dialog or a sheet. */
export const OVERLAY_STYLE =
  "fixed inset-0 z-40 bg-overlay data-[state=open]:animate-fade-in data-[state=closed]:animate-fade-out";
