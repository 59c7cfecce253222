import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";

export type ExpectedBillProps = {
  /** What the calls have cost. Answers from the cache were not paid again. */
  paidMicroUsd: number;
  /** Answers whose cost is not known; with them nothing can be compared. */
  costUnknown: number;
  /** Before the start; no upper end is known where `high` is null. Null when there was none. */
  estimate: { low: number; high: number | null; restsOn: string } | null;
  /** Where the prices are from, as pinned at the start; null where there were none. */
  priceSource: string | null;
};

/** The bill of a run against what was to be expected of it. Nothing where nothing was to pay. */
export function ExpectedBill({ paidMicroUsd, costUnknown, estimate, priceSource }: ExpectedBillProps) {
  if (estimate === null) return null;
  return (
    <p className="tabular rounded-lg border bg-surface px-4 py-3 text-muted text-sm shadow-card">
      <span className="font-medium text-text">
        {costUnknown > 0
          ? `The bill cannot be compared: ${costUnknown.toLocaleString("en-US")} answers have no known cost.`
          : `The bill of ${formatMicroUsd(paidMicroUsd)} is ${comparison(paidMicroUsd, estimate)}.`}
      </span>{" "}
      The estimate was {rangeText(estimate)}, from {estimate.restsOn}
      {priceSource !== null && `, at ${priceWords(priceSource)}`}.
    </p>
  );
}

type Estimate = NonNullable<ExpectedBillProps["estimate"]>;

function comparison(paid: number, { low, high }: Estimate): string {
  if (paid < low) return "less than expected";
  return high !== null && paid > high ? "more than expected" : "as expected";
}

function rangeText({ low, high }: Estimate): string {
  if (high === null) return `at least ${formatMicroUsd(low)}`;
  const [from, to] = [formatMicroUsd(low), formatMicroUsd(high)];
  return from === to ? to : `${from} to ${to}`;
}

function priceWords(source: string): string {
  if (source === "model") return "the model's own price";
  return source === "workspace list" ? "your workspace's price" : `the price of the ${source}`;
}
