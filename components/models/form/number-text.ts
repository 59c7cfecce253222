/** What a number field holds: nothing, a number, or text that is none. */
export type NumberText = { value: number | undefined; problem: string | null };

/** Reads a typed number with a decimal point or comma; empty is undefined. */
export function readNumberText(text: string): NumberText {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return { value: undefined, problem: null };
  const isNumber = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) && Number.isFinite(Number(plain));
  return isNumber
    ? { value: Number(plain), problem: null }
    : { value: undefined, problem: "Enter a number, or leave the field empty." };
}

const MICRO = 1_000_000;

/** Dollars per million tokens, typed, as micro-dollars; empty is null, which means unknown. */
export function readPriceText(text: string): { value: number | null; problem: string | null } {
  const { value, problem } = readNumberText(text.replace(/^\s*\$/, ""));
  if (value === undefined) return { value: null, problem };
  return { value: Math.round(value * MICRO), problem: null };
}

/** The text that `readPriceText` reads as this price. */
export function priceText(microUsd: number | null): string {
  return microUsd === null ? "" : String(microUsd / MICRO);
}
