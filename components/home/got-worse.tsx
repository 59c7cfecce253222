import { ShieldCheck } from "lucide-react";
import { compareHref } from "#components/comparisons/compare-href.ts";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { RecentRun } from "#lib/trends/list-recent-runs.ts";
import { type Regression, regressionsOf } from "#lib/trends/regressions-of.ts";
import { ChangeDelta } from "./change-delta.tsx";

/** What is worse than before beyond noise, among the newest finished runs. */
export function GotWorse({ recent }: { recent: readonly RecentRun[] }) {
  const { regressions, looked } = regressionsOf(recent);
  if (looked === 0) return null;
  return (
    <Card
      title="What got worse"
      footer={`Newest finished runs against the one before on the same dataset, model and splits: ${formatCount(looked)} ${looked === 1 ? "comparison" : "comparisons"}, each with a paired 95 % interval (Tango). Without any real change, about one in 40 would be listed by chance.`}
    >
      {regressions.length === 0 ? (
        <p className="flex items-center gap-2 text-muted text-sm">
          <ShieldCheck aria-hidden className="size-4 shrink-0" />
          Nothing is worse beyond noise.
        </p>
      ) : (
        <ul className="flex flex-col divide-y">
          {regressions.map((regression) => (
            <RegressionItem key={regression.run.runId} regression={regression} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function RegressionItem({ regression }: { regression: Regression }) {
  const { run, previousId, previousNumber, difference } = regression;
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2 text-sm first:pt-0 last:pb-0">
      <span className="min-w-0 flex-1 basis-56">
        <span className="font-medium">{run.model.name}</span> on {run.dataset.name}
        <span className="block text-muted text-xs">
          run {previousNumber} → run {run.number}, <Timestamp value={run.finishedAt} />
        </span>
      </span>
      <span className="tabular">
        {formatPercent(difference.baselineMean)} → {formatPercent(difference.candidateMean)}{" "}
        <span className="text-faint text-xs">n {formatCount(difference.n)}</span>
      </span>
      <ChangeDelta difference={difference} withheld={false} />
      <TextLink href={compareHref([previousId, run.runId], { show: "regressed" })}>
        {formatCount(difference.regressed)} regressed {difference.regressed === 1 ? "case" : "cases"}
      </TextLink>
    </li>
  );
}
