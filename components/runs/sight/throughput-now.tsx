import { Sparkline } from "#components/charts/sparkline.tsx";
import { formatNumber } from "#components/ui/format/number-format.ts";
import type { RunSight } from "#lib/runs/sight/run-sight.ts";

export type ThroughputNowProps = Pick<RunSight, "throughput"> & {
  /** Since the start; null before the first. */
  mean: number | null;
};

const least = 3;

/** Ended attempts a second, now and over the last minute. */
export function ThroughputNow({ throughput, mean }: ThroughputNowProps) {
  const { perSecond, history } = throughput;
  const most = Math.max(1, ...history);
  return (
    <div className="flex flex-col gap-1.5">
      <p className="tabular">
        <span className="font-semibold text-lg">
          {perSecond === null ? "–" : `${formatNumber(perSecond, 1)}/s`}
        </span>{" "}
        <span className="text-muted text-xs">now{mean !== null && `, mean ${formatNumber(mean, 1)}/s`}</span>
      </p>
      {history.length >= least && (
        <Sparkline
          label={`Attempts in each of the last ${history.length} seconds: at most ${most}`}
          values={history}
          domain={[0, most]}
          widthPx={160}
          heightPx={28}
        />
      )}
    </div>
  );
}
