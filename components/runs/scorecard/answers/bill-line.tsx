import { formatCount } from "#components/ui/format/format-count.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import type { Bill } from "#lib/scorecards/scorecard.ts";

/** What the run was charged for, what the cache saved, and what nobody knows the price of: exact, in one line. */
export function BillLine({ bill }: { bill: Bill }) {
  return (
    <p className="tabular text-muted text-sm">
      <span className="font-medium text-text">Bill:</span> {sentences(bill).join(" ")}
    </p>
  );
}

function sentences({ paidMicroUsd, paid, savedMicroUsd, fromCache, unknown }: Bill): string[] {
  const said: string[] = [];
  if (paid > 0) said.push(`${formatMicroUsd(paidMicroUsd)} for ${answers(paid)}.`);
  if (fromCache > 0)
    said.push(`${answers(fromCache)} from the cache saved ${formatMicroUsd(savedMicroUsd)}.`);
  if (unknown > 0) {
    said.push(`${answers(unknown)} of unknown cost: the price of the model or the token counts are missing.`);
  }
  return said.length === 0 ? ["nothing was asked for."] : said;
}

function answers(count: number): string {
  return `${formatCount(count)} ${count === 1 ? "answer" : "answers"}`;
}
