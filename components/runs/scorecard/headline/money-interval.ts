import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { formatNumber } from "#components/ui/format/number-format.ts";

type Bounded = { estimate: number; lower: number; upper: number | null };

const microPerUsd = 1_000_000;
const mostDigits = 8;

/** Micro-dollars with as many digits as tell the limits apart: "$0.001095" and "[$0.001060, $0.001130]". */
export function moneyInterval({ estimate, lower, upper }: Bounded): {
  value: string;
  interval: string | null;
} {
  const width = ((upper ?? estimate) - lower) / microPerUsd;
  if (width <= 0) return { value: formatMicroUsd(estimate), interval: null };
  const digits = Math.max(2, Math.min(mostDigits, 1 - Math.floor(Math.log10(width))));
  const text = (microUsd: number) => `$${formatNumber(microUsd / microPerUsd, digits)}`;
  const interval =
    upper === null ? `from ${text(lower)}, upper limit not estimable` : `[${text(lower)}, ${text(upper)}]`;
  return { value: text(estimate), interval };
}
