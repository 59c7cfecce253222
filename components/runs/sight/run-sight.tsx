import type { ReactNode } from "react";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { runCasesHref } from "#lib/runs/attempts/attempt-list-params.ts";
import { errorClassLabel } from "#lib/runs/attempts/error-class.ts";
import type { RunProgress } from "#lib/runs/run-progress.ts";
import type { RunSight as Sight } from "#lib/runs/sight/run-sight.ts";
import { CallSlots } from "./call-slots.tsx";
import { Meter } from "./meter.tsx";
import { ThroughputNow } from "./throughput-now.tsx";
import { WaitingLine } from "./waiting-line.tsx";
import { WorkerTable } from "./worker-table.tsx";

export type RunSightProps = {
  runId: string;
  sight: Sight;
  /** Above it on the page, in a banner, it says already why the run stands still. */
  isExplained: boolean;
  progress: Pick<
    RunProgress,
    | "costMicroUsd"
    | "costUnknown"
    | "budgetMicroUsd"
    | "cached"
    | "savedMicroUsd"
    | "judgeCostMicroUsd"
    | "judgeCostUnknown"
    | "perSecond"
  >;
};

/** What a run is doing now: what it waits for, how fast it goes, its calls, its errors, its workers. */
export function RunSight({ runId, sight, progress, isExplained }: RunSightProps) {
  const { waiting, throughput, slots, errors, workers } = sight;
  return (
    <section aria-label="What this run is doing" className="flex min-w-0 flex-col gap-4">
      <h2 className="sr-only">What it is doing</h2>
      {!isExplained && <WaitingLine waiting={waiting} />}
      <div className="grid min-w-0 gap-x-8 gap-y-4 sm:grid-cols-2 xl:grid-cols-4">
        <Part title="Throughput">
          <ThroughputNow throughput={throughput} mean={progress.perSecond} />
        </Part>
        {slots !== null && (
          <Part title={`Calls to ${slots.connectionName}`}>
            <CallSlots slots={slots} />
          </Part>
        )}
        <Part title="Cost so far">
          <Spending {...progress} />
        </Part>
        <Part title="Errors so far">
          {errors.length === 0 ? (
            <p className="text-muted">None.</p>
          ) : (
            <ul className="flex flex-col gap-0.5">
              {errors.map(({ errorClass, count }) => (
                <li key={errorClass} className="flex justify-between gap-3">
                  <TextLink href={runCasesHref(runId, { view: "errored", error: errorClass })}>
                    {errorClassLabel(errorClass)}
                  </TextLink>
                  <span className="tabular">{formatCount(count)}</span>
                </li>
              ))}
            </ul>
          )}
        </Part>
      </div>
      {workers.length > 0 && <WorkerTable workers={workers} />}
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0 text-sm">
      <h3 className="mb-1 truncate text-muted text-xs">{title}</h3>
      {children}
    </div>
  );
}

function Spending(progress: RunSightProps["progress"]) {
  const { costUnknown, budgetMicroUsd, cached, savedMicroUsd, judgeCostMicroUsd, judgeCostUnknown } =
    progress;
  const costMicroUsd = progress.costMicroUsd + judgeCostMicroUsd;
  return (
    <div className="flex flex-col gap-1.5">
      <p className="tabular">
        <span className="font-semibold text-lg">
          {costSoFar(costMicroUsd, costUnknown + judgeCostUnknown)}
        </span>{" "}
        <span className="text-muted text-xs">
          {budgetMicroUsd === null ? "no budget of its own" : `of ${formatMicroUsd(budgetMicroUsd)}`}
        </span>
      </p>
      {budgetMicroUsd !== null && (
        <Meter label="Part of the budget that is spent" value={costMicroUsd} max={budgetMicroUsd} />
      )}
      {costUnknown > 0 && (
        <p className="tabular text-muted text-xs">
          {formatCount(costUnknown)} {costUnknown === 1 ? "answer" : "answers"} of unknown cost
        </p>
      )}
      {judgeCostMicroUsd + judgeCostUnknown > 0 && (
        <p className="tabular text-muted text-xs">
          {costSoFar(judgeCostMicroUsd, judgeCostUnknown)} of it for judging
        </p>
      )}
      {cached > 0 && (
        <p className="tabular text-muted text-xs">
          {formatCount(cached)} from the cache saved {formatMicroUsd(savedMicroUsd)}
        </p>
      )}
    </div>
  );
}

/** With answers of unknown cost, what is known is a lower bound. */
function costSoFar(costMicroUsd: number, costUnknown: number): string {
  if (costUnknown === 0) return formatMicroUsd(costMicroUsd);
  return costMicroUsd > 0 ? `over ${formatMicroUsd(costMicroUsd)}` : "unknown";
}
