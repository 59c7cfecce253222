import { formatInterval } from "#components/ui/format/format-interval.ts";
import { Card } from "#components/ui/layout/card.tsx";
import type { QuantityDistribution } from "#lib/comparisons/comparison.ts";
import type { QuantityWords } from "#lib/comparisons/quantities/quantity-words.ts";
import { MiniHistogram } from "./mini-histogram.tsx";
import { QuantityClaims } from "./quantity-claims.tsx";

export type DistributionCardProps = {
  title: string;
  description: string;
  quantity: QuantityDistribution;
  runs: readonly { id: string; number: number; modelName: string }[];
  format: (value: number | null | undefined) => string;
  /** What the two figures beside each picture are. */
  figures: readonly { label: string; of: (run: QuantityDistribution["runs"][number]) => Measured | null }[];
  method: string;
  /** Each run against the baseline. */
  claims: readonly QuantityWords[];
};

type Measured = { estimate: number; lower: number | null; upper: number | null };

/** One quantity of all runs over the same axis, one below the other. */
export function DistributionCard(props: DistributionCardProps) {
  const { title, description, quantity, runs, format, figures, method, claims } = props;
  const { edges, isLogarithmic } = quantity;
  const tallest = Math.max(1, ...quantity.runs.map((run) => Math.max(...run.bins, 0) / Math.max(1, run.n)));
  const axisText =
    edges.length === 0
      ? ""
      : `${format(edges[0])} to ${format(edges.at(-1))}${isLogarithmic ? ", logarithmic" : ""}`;
  return (
    <Card title={title} description={description} footer={`${method}. Axis: ${axisText || "no values"}.`}>
      <section
        aria-label={`${title} of every run`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
        tabIndex={0}
        className="overflow-x-auto focus-visible:-outline-offset-2"
      >
        <table className="w-full text-sm">
          <caption className="sr-only">{title} by run</caption>
          <thead>
            <tr className="text-left text-faint text-xs">
              <th scope="col" className="pr-3 pb-1 font-medium">
                Run
              </th>
              <th scope="col" className="w-2/5 pb-1 font-medium">
                Share of answers
              </th>
              {figures.map(({ label }) => (
                <th key={label} scope="col" className="pb-1 pl-3 text-right font-medium">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {quantity.runs.map((run, index) => {
              const named = runs.find(({ id }) => id === run.runId);
              return (
                <tr key={run.runId} className="border-t align-middle">
                  <th scope="row" className="max-w-36 py-1.5 pr-3 text-left font-normal">
                    <span className="block truncate" title={named?.modelName}>
                      Run {named?.number}
                      {index === 0 && <span className="text-faint text-xs"> baseline</span>}
                    </span>
                    <span className="tabular block text-faint text-xs">
                      n {run.n.toLocaleString("en")}
                      {run.unknown > 0 && `, ${run.unknown.toLocaleString("en")} unknown`}
                    </span>
                  </th>
                  <td className="py-1.5">
                    <MiniHistogram
                      bins={run.bins}
                      n={run.n}
                      tallest={tallest}
                      title={(bin) => `${format(edges[bin])} to ${format(edges[bin + 1])}`}
                    />
                  </td>
                  {figures.map(({ label, of }) => (
                    <Figure key={label} measured={of(run)} format={format} />
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <QuantityClaims label={`${title} against the baseline`} words={claims} />
    </Card>
  );
}

function Figure({
  measured,
  format,
}: {
  measured: Measured | null;
  format: DistributionCardProps["format"];
}) {
  if (measured === null) return <td className="py-1.5 pl-3 text-right text-faint">unknown</td>;
  const { estimate, lower, upper } = measured;
  const hasInterval = formatInterval([lower, upper], { unit: "plain" }) !== null;
  return (
    <td className="tabular whitespace-nowrap py-1.5 pl-3 text-right">
      <span className="block font-medium">{format(estimate)}</span>
      <span className="block text-faint text-xs">
        {hasInterval ? `[${format(lower)}, ${format(upper)}]` : "limits not estimable"}
      </span>
    </td>
  );
}
