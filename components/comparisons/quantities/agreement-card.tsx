import { formatScore } from "#components/ui/format/format-count.ts";
import { formatInterval } from "#components/ui/format/format-interval.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { agreementMethod, type PairAgreement } from "#lib/comparisons/columns/agreement.ts";
import type { ComparisonResult } from "#lib/comparisons/comparison.ts";
import { CaseFilterLink } from "../case-filter-link.tsx";

export type AgreementCardProps = {
  result: ComparisonResult;
  /** In the order of the comparison. */
  runs: readonly { id: string; number: number; modelName: string }[];
};

/** How far the runs are right on the same cases, and the cases that only one of them gets right. */
export function AgreementCard({ result: { agreements, soles }, runs }: AgreementCardProps) {
  return (
    <Card
      title="Agreement between the runs"
      description="Right means that more than half of a case's attempts passed. Runs that are right on different cases may be worth combining."
      footer={`${agreementMethod}. Kappa is 1 for full agreement and 0 for what chance alone would give; it falls where nearly all cases pass.`}
    >
      <div className="flex flex-col gap-4">
        <section
          aria-label="Agreement of the runs"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
          tabIndex={0}
          className="overflow-x-auto focus-visible:-outline-offset-2"
        >
          <table className="w-full text-sm">
            <caption className="sr-only">Agreement of each two runs</caption>
            <thead>
              <tr className="text-faint text-xs">
                {["Runs", "Same verdict", "Cohen's kappa", "n"].map((header, index) => (
                  <th
                    key={header}
                    scope="col"
                    className={`pb-1 font-medium ${index === 0 ? "text-left" : "pl-3 text-right"}`}
                  >
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {agreements.map((pair) => (
                <PairRow key={`${pair.first} ${pair.second}`} pair={pair} runs={runs} />
              ))}
            </tbody>
          </table>
        </section>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <span className="text-muted">Only this run is right:</span>
          {soles.map(({ runId, count }) => {
            const number = runs.find(({ id }) => id === runId)?.number;
            return (
              <CaseFilterLink
                key={runId}
                filter={{ sole: runId }}
                className="underline decoration-accent underline-offset-3"
                activeClassName="font-medium text-accent"
              >
                run {number}: {count.toLocaleString("en")} {count === 1 ? "case" : "cases"}
              </CaseFilterLink>
            );
          })}
        </div>
      </div>
    </Card>
  );
}

type PairRowProps = { pair: PairAgreement; runs: AgreementCardProps["runs"] };

function PairRow({ pair: { first, second, n, share, kappa }, runs }: PairRowProps) {
  const numberOf = (place: number) => runs[place]?.number ?? "?";
  return (
    <tr className="border-t">
      <th scope="row" className="whitespace-nowrap py-1.5 text-left font-normal">
        Run {numberOf(first)} and run {numberOf(second)}
      </th>
      <td className="tabular whitespace-nowrap py-1.5 pl-3 text-right">
        {formatPercent(share.estimate)}{" "}
        <span className="text-faint text-xs">{formatInterval([share.lower, share.upper])}</span>
      </td>
      <td className="tabular whitespace-nowrap py-1.5 pl-3 text-right">
        {kappa === null ? (
          <span className="text-faint">not defined</span>
        ) : (
          <>
            {formatScore(kappa.estimate)}{" "}
            <span className="text-faint text-xs">
              {formatInterval([kappa.lower, kappa.upper], { unit: "plain" })}
            </span>
          </>
        )}
      </td>
      <td className="tabular py-1.5 pl-3 text-right">{n.toLocaleString("en")}</td>
    </tr>
  );
}
