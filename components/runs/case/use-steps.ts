"use client";

import { useEffect, useRef } from "react";
import type { AttemptRef, NeighbourAttempts } from "#lib/runs/neighbour-attempts.ts";

type Step = "previous" | "next";

/**
 * Goes to the neighbours of an attempt; undefined means that they are still on their way.
 * The last press before they are known is carried out when they are, so that a quick reader's keys are not lost.
 */
export function useSteps(
  neighbours: NeighbourAttempts | null | undefined,
  onOpen: (attempt: AttemptRef) => void,
): (step: Step) => void {
  const waiting = useRef<Step | null>(null);

  useEffect(() => {
    if (neighbours === undefined) return;
    const step = waiting.current;
    waiting.current = null;
    const target = step && neighbours?.[step];
    if (target) onOpen(target);
  }, [neighbours, onOpen]);

  return (step) => {
    if (neighbours === undefined) {
      waiting.current = step;
      return;
    }
    const target = neighbours?.[step];
    if (target) onOpen(target);
  };
}
