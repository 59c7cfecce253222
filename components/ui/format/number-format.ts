const formatters = new Map<string, Intl.NumberFormat>();

/** Shown in place of a number that does not exist. */
export const NO_NUMBER = "–";
/** Between a number and its unit: narrow, and never broken over two lines. */
export const UNIT_SPACE = "\u202f";

export type SignMode = "negative" | "always";

/** A finite number with fixed decimals, a real minus sign and no "−0". The locale is fixed so that server and browser agree. */
export function formatNumber(value: number, digits: number, sign: SignMode = "negative"): string {
  const key = `${digits}${sign}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat("en-US", {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: sign === "always" ? "exceptZero" : "negative",
    });
    formatters.set(key, formatter);
  }
  return formatter.format(value).replace("-", "\u2212");
}

export function isNumber(value: number | null | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
