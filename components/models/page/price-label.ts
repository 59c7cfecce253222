import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import type { Prices } from "#lib/models/cost.ts";

/** Dollars per million tokens of input and output; an unknown price is never shown as zero. */
export function priceLabel({ inputPrice, outputPrice }: Prices): string {
  if (inputPrice === null && outputPrice === null) return "unknown";
  if (inputPrice === 0 && outputPrice === 0) return "$0.00";
  return `${formatMicroUsd(inputPrice)} / ${formatMicroUsd(outputPrice)}`;
}
