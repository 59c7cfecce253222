import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { formatMs } from "#components/ui/format/format-ms.ts";
import type { CostFigure, LatencyFigure } from "#lib/decisions/board/board-schema.ts";

export function latencyText(latency: LatencyFigure | null): string {
  return latency === null ? "not measured" : formatMs(latency.value);
}

/** A limit that lies outside the sample is said not to exist; it is never drawn at the largest value. */
export function latencyInterval(latency: LatencyFigure | null): string | null {
  if (latency === null) return null;
  const limit = (value: number | null) => (value === null ? "not estimable" : formatMs(value));
  return `[${limit(latency.lower)}, ${limit(latency.upper)}]`;
}

export function costText(cost: CostFigure | null): string {
  return cost === null ? "unknown" : formatMicroUsd(cost.value);
}

export function costInterval(cost: CostFigure | null): string | null {
  if (cost === null) return null;
  if (cost.stated) return "stated";
  const interval = `[${formatMicroUsd(cost.lower)}, ${formatMicroUsd(cost.upper)}]`;
  return cost.unknown === 0 ? interval : `${interval}, ${cost.unknown} unknown`;
}
