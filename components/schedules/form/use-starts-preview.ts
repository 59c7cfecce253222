"use client";

import { useEffect, useState } from "react";
import type { ScheduleFormActions } from "../schedule-actions.ts";

export type StartsPreview = { starts: Date[]; problem: string | null };

const pauseMs = 200;

/** The next starts of what is typed, a moment after typing has paused; what was asked before and answers later is left aside. */
export function useStartsPreview(
  preview: ScheduleFormActions["preview"],
  cron: string,
  timeZone: string,
): StartsPreview | null {
  const [shown, setShown] = useState<StartsPreview | null>(null);
  useEffect(() => {
    let isLatest = true;
    const timer = setTimeout(async () => {
      const result = await preview({ cron, timeZone }).catch(() => null);
      if (!isLatest || result === null) return;
      setShown(result.ok ? { starts: result.value, problem: null } : { starts: [], problem: result.message });
    }, pauseMs);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [preview, cron, timeZone]);
  return shown;
}
