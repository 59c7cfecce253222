import { FrontierChart } from "#components/charts/frontier/frontier-chart.tsx";
import type { FrontierPoint } from "#components/charts/frontier/frontier-layout.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { formatMs } from "#components/ui/format/format-ms.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { Card } from "#components/ui/layout/card.tsx";
import type { Board, Candidate } from "#lib/decisions/board/board-schema.ts";

export type FrontierCardProps = {
  board: Pick<Board, "candidates" | "bar">;
  chosenRunId: string | null;
};

type Placed = { point: FrontierPoint } | { name: string; why: string };

/** Quality against cost and against latency. What has no place on an axis is listed beside it. */
export function FrontierCard({ board: { candidates, bar }, chosenRunId }: FrontierCardProps) {
  const floor = bar.policy.passRate;
  const reference =
    floor === null
      ? null
      : { value: floor, label: `the bar, to be cleared by the lower limit: ${formatPercent(floor)}` };
  const costs = candidates.map((one) => byCost(one, chosenRunId));
  const latencies = candidates.map((one) => byLatency(one, chosenRunId));
  return (
    <Card
      title="Quality against cost and latency"
      description="Up and to the left is better. Lines through a point are its 95 % intervals; a limit that is not estimable is not drawn."
      footer="The gold line joins the models that no other beats in both figures, by the estimates alone. Where intervals overlap, another sample could draw it elsewhere."
      className="break-inside-avoid"
    >
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
        <Plot
          label="Pass rate against cost"
          placed={costs}
          scale="log"
          xTitle="cost per 1,000 requests"
          formatX={formatMicroUsd}
          formatXTick={dollarTick}
          reference={reference}
        />
        <Plot
          label="Pass rate against p95 latency"
          placed={latencies}
          scale="linear"
          xTitle="p95 latency"
          formatX={formatMs}
          formatXTick={formatMs}
          reference={reference}
        />
      </div>
    </Card>
  );
}

type PlotProps = {
  label: string;
  placed: readonly Placed[];
  scale: "log" | "linear";
  xTitle: string;
  formatX: (value: number) => string;
  formatXTick: (value: number) => string;
  reference: { value: number; label: string } | null;
};

function Plot({ placed, ...chart }: PlotProps) {
  const points = placed.flatMap((one) => ("point" in one ? [one.point] : []));
  const beside = placed.flatMap((one) => ("why" in one ? [one] : []));
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <h3 className="font-medium text-sm">{chart.label}</h3>
      <FrontierChart
        {...chart}
        points={points}
        yTitle="pass rate"
        formatY={formatPercent}
        formatYTick={(value) => formatPercent(value, 0)}
      />
      {beside.length > 0 && (
        <div className="text-xs">
          <p className="text-muted">Not on this chart:</p>
          <ul className="flex list-disc flex-col gap-0.5 pl-4">
            {beside.map(({ name, why }) => (
              <li key={name} className="break-words">
                {name}: {why}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** Ticks are 1, 2 and 5 times powers of ten: "$0.5", "$20". */
function dollarTick(microUsd: number): string {
  return `$${(microUsd / 1_000_000).toLocaleString("en-US", { maximumFractionDigits: 6 })}`;
}

function byCost(one: Candidate, chosenRunId: string | null): Placed {
  const { costPer1000, model, passRate } = one;
  const name = model.name;
  if (passRate === null) return { name, why: "nothing was scored." };
  const rate = `it passes ${formatPercent(passRate.value)}`;
  if (costPer1000 === null) return { name, why: `${rate}; its cost is unknown.` };
  if (costPer1000.unknown > 0)
    return { name, why: `${rate}; the cost of ${costPer1000.unknown} answers is unknown.` };
  if (costPer1000.value <= 0)
    return { name, why: `${rate} and costs nothing, which has no place on a logarithmic axis.` };
  const { value, lower, upper, stated } = costPer1000;
  return pointOf(one, passRate, chosenRunId, {
    x: value,
    xLow: stated ? null : Math.max(lower, value / 1000),
    xHigh: stated ? null : upper,
  });
}

function byLatency(one: Candidate, chosenRunId: string | null): Placed {
  const { latencyP95Ms, model, passRate } = one;
  if (passRate === null) return { name: model.name, why: "nothing was scored." };
  if (latencyP95Ms === null)
    return {
      name: model.name,
      why: `it passes ${formatPercent(passRate.value)}; its latency was not measured.`,
    };
  const { value, lower, upper } = latencyP95Ms;
  return pointOf(one, passRate, chosenRunId, { x: value, xLow: lower, xHigh: upper });
}

function pointOf(
  { run, model, standing, dominatedBy }: Candidate,
  { value, lower, upper }: NonNullable<Candidate["passRate"]>,
  chosenRunId: string | null,
  x: Pick<FrontierPoint, "x" | "xLow" | "xHigh">,
): Placed {
  const isQuiet = standing === "misses" || dominatedBy !== null;
  return {
    point: {
      id: run.id,
      label: model.name,
      ...x,
      y: value,
      yLow: lower,
      yHigh: upper,
      tone: run.id === chosenRunId ? "chosen" : isQuiet ? "quiet" : "plain",
      href: `/runs/${run.id}`,
    },
  };
}
