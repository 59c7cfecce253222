import { formatCount } from "#components/ui/format/format-count.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";

export type BillProps = {
  /** What the calls have cost. Answers from the cache were not paid again. */
  paidMicroUsd: number;
  savedMicroUsd: number;
  /** Answers whose cost is not known; with them the bill is a lower bound. */
  costUnknown: number;
  /** Before the start; no upper end is known where `high` is null. Null when there was none. */
  estimate: { low: number; high: number | null; restsOn: string } | null;
  /** Where the prices are from, as pinned at the start; null where there were none. */
  priceSource: string | null;
  /** What graders have paid, apart from the answers. */
  judging: { calls: number; paidMicroUsd: number; costUnknown: number };
  /** How many answers were paid for and how many came from the cache, where they were counted. */
  answers?: { paid: number; fromCache: number } | null;
};

/** The bill of a run against what was expected of it. Nothing where nothing was to pay. */
export function Bill(props: BillProps) {
  const { paidMicroUsd, savedMicroUsd, costUnknown, estimate, priceSource, answers, judging } = props;
  const isFree = paidMicroUsd === 0 && savedMicroUsd === 0 && costUnknown === 0;
  if (isFree)
    return judging.calls === 0 ? null : <p className="tabular text-muted text-sm">{judgingText(judging)}</p>;
  return (
    <p className="tabular text-muted text-sm">
      <span className="font-medium text-text">
        Bill: {costUnknown > 0 && paidMicroUsd === 0 ? "unknown" : formatMicroUsd(paidMicroUsd)}
      </span>
      {answers && answers.paid > 0 && ` for ${countAnswers(answers.paid)}`}
      {costUnknown > 0 && `, without ${countAnswers(costUnknown)} of unknown cost`}
      {savedMicroUsd > 0 &&
        `, and ${formatMicroUsd(savedMicroUsd)} saved by ${answers ? `${countAnswers(answers.fromCache)} from the cache` : "the cache"}`}
      {priceSource !== null && ` (prices: ${priceWords(priceSource)})`}.
      {estimate !== null && costUnknown === 0 && ` ${comparison(paidMicroUsd, estimate)}`}
      {judging.calls > 0 && ` ${judgingText(judging)}`}
    </p>
  );
}

function judgingText({ calls, paidMicroUsd, costUnknown }: BillProps["judging"]): string {
  const paid = costUnknown > 0 && paidMicroUsd === 0 ? "unknown" : formatMicroUsd(paidMicroUsd);
  const without =
    costUnknown > 0
      ? `, without ${formatCount(costUnknown)} ${costUnknown === 1 ? "grade" : "grades"} of unknown cost`
      : "";
  return `Judging: ${paid} for ${formatCount(calls)} ${calls === 1 ? "call" : "calls"} of graders${without}.`;
}

function countAnswers(count: number): string {
  return `${formatCount(count)} ${count === 1 ? "answer" : "answers"}`;
}

function comparison(paid: number, { low, high, restsOn }: NonNullable<BillProps["estimate"]>): string {
  const range =
    high === null
      ? `at least ${formatMicroUsd(low)}`
      : low === high
        ? formatMicroUsd(low)
        : `${formatMicroUsd(low)} to ${formatMicroUsd(high)}`;
  const where =
    paid < low ? "less than expected" : high !== null && paid > high ? "more than expected" : "as expected";
  return `${where.charAt(0).toUpperCase()}${where.slice(1)}: the estimate was ${range}, from ${restsOn}.`;
}

function priceWords(source: string): string {
  if (source === "model") return "the model's own";
  return source === "workspace list" ? "your workspace's" : source;
}
