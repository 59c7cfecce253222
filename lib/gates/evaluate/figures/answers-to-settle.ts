import { binomialQuantile } from "#lib/stats/distributions/binomial-quantile.ts";

const most = 10_000_000;

/**
 * About how many answers put both order-statistic limits of the p-quantile on one side of the bar, if the share of answers within it
 * stays what it is; null when it takes more than ten million. At least `from`.
 */
export function answersToSettle(shareWithin: number, from: number, p: number): number | null {
  const isSettled = (total: number) => {
    const within = shareWithin * total;
    return within >= binomialQuantile(0.975, total, p) + 1 || within < binomialQuantile(0.025, total, p);
  };
  let high = from;
  while (!isSettled(high)) {
    high *= 2;
    if (high > most) return null;
  }
  let low = from;
  while (high - low > Math.max(1, high / 1_000)) {
    const middle = Math.floor((low + high) / 2);
    if (isSettled(middle)) high = middle;
    else low = middle;
  }
  return high;
}
