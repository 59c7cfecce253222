const microUsd = 1_000_000;

/** An amount in a sentence: 1234567 micro-dollars are "$1.23"; below ten cents all digits that there are. */
export function moneyText(amount: number): string {
  const usd = amount / microUsd;
  return usd !== 0 && Math.abs(usd) < 0.1
    ? `$${usd.toFixed(6).replace(/0+$/, "")}`
    : `$${usd.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}
