import { Badge } from "#components/ui/badge.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Baseline } from "#lib/baselines/baseline.ts";

export type BaselineHistoryProps = { datasetId: string; baselines: readonly Baseline[] };

/** Which runs were approved as baseline, by whom and why; the newest is in force. */
export function BaselineHistory({ datasetId, baselines }: BaselineHistoryProps) {
  return (
    <Card
      flush
      title="Baselines"
      description="The approved run that later runs are compared with, and those before it."
    >
      {baselines.length === 0 ? (
        <p className="px-4 py-6 text-muted text-sm">
          No run is approved yet. Open one of the{" "}
          <TextLink href={`/runs?dataset=${datasetId}`}>runs of this dataset</TextLink> and approve it as
          baseline.
        </p>
      ) : (
        <ol className="divide-y">
          {baselines.map((baseline, at) => (
            <li key={baseline.id} className="flex flex-col gap-1.5 px-4 py-3">
              <p className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1 text-sm">
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <TextLink href={`/runs/${baseline.run.id}`}>Run {baseline.run.number}</TextLink>
                  <bdi className="text-muted">
                    {baseline.run.model} v{baseline.run.modelVersion}
                  </bdi>
                  {at === 0 && <Badge tone="accent">in force</Badge>}
                  {baseline.waiver && (
                    <Badge tone="warning" title="Approved although it failed its gate">
                      waiver
                    </Badge>
                  )}
                </span>
                <span className="text-muted text-xs">
                  {baseline.approvedBy}, <Timestamp value={baseline.approvedAt} />
                </span>
              </p>
              <p className="whitespace-pre-line break-words text-muted text-xs">
                {baseline.gateVerdict === null
                  ? "Approved without a policy."
                  : `Its gate said: ${baseline.gateVerdict}.`}{" "}
                {baseline.note}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
