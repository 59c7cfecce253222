import { formatNumber, isNumber } from "./number-format.ts";

const MICRO = 1_000_000;
const SMALLEST_CENTS_USD = 0.1;

/**
 * Money in millionths of a US dollar: 1234567 -> "$1.23", 4200 -> "$0.0042", 0 -> "$0.00".
 * Amounts under ten cents have two digits that count, or three where an interval has to be told from its figure.
 * An unknown price is "unknown", never zero.
 */
export function formatMicroUsd(
  costMicroUsd: number | null | undefined,
  significantDigits: 2 | 3 = 2,
): string {
  if (!isNumber(costMicroUsd)) return "unknown";
  const usd = Math.abs(costMicroUsd) / MICRO;
  const sign = costMicroUsd < 0 && usd > 0 ? "\u2212" : "";
  if (usd === 0 || usd >= SMALLEST_CENTS_USD) return `${sign}$${formatNumber(usd, 2)}`;
  const leadingZeros = Math.floor(-Math.log10(usd));
  const digits = Math.max(2, Math.min(4 + significantDigits, leadingZeros + significantDigits));
  const text = formatNumber(usd, digits);
  return Number(text) === 0 ? `${sign}<$0.000001` : `${sign}$${text}`;
}
