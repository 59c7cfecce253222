"use client";

import { useSyncExternalStore } from "react";
import { formatRelative, formatUtc } from "../format/format-time.ts";

export type TimestampProps = {
  value: Date | string | number;
  mode?: "relative" | "absolute";
  className?: string;
};

const TICK_MS = 30_000;

/** Absolute UTC until the browser took over, so that server and browser agree; then relative, kept up to date. */
export function Timestamp({ value, mode = "relative", className }: TimestampProps) {
  const now = useSyncExternalStore(subscribe, readTick, () => null);
  const date = new Date(value);
  const absolute = formatUtc(date);
  const text = now === null || mode === "absolute" ? absolute : formatRelative(date, new Date(now));
  return (
    <time
      dateTime={Number.isNaN(date.getTime()) ? undefined : date.toISOString()}
      title={absolute}
      className={className}
    >
      {text}
    </time>
  );
}

function subscribe(onTick: () => void): () => void {
  const timer = setInterval(onTick, TICK_MS);
  return () => clearInterval(timer);
}

// Rounded up, so that something made a moment ago is never in the future.
function readTick(): number {
  return Math.ceil(Date.now() / TICK_MS) * TICK_MS;
}
