"use client";

import { type ReactNode, useSyncExternalStore } from "react";

const neverChanges = () => () => undefined;

/**
 * Holds a part of a form still until its own code listens: what is typed into HTML that came ahead of its code is lost. Belongs inside
 * what is loaded later, because the page around it listens sooner.
 */
export function UntilListening({ children }: { children: ReactNode }) {
  const listens = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  return (
    <div inert={!listens} className="contents">
      {children}
    </div>
  );
}
