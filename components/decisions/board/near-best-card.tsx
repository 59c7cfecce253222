import { IntervalBars, type IntervalRow } from "#components/charts/interval-bars.tsx";
import { formatInterval } from "#components/ui/format/format-interval.ts";
import { formatPercentagePoints } from "#components/ui/format/format-percent.ts";
import { Card } from "#components/ui/layout/card.tsx";
import type { Board, NearBest } from "#lib/decisions/board/board-schema.ts";
import { nearBestWords } from "#lib/decisions/exporting/figure-cells.ts";
import { sizeNote } from "#lib/decisions/exporting/size-note.ts";
import { pointsWords } from "#lib/decisions/words/figure-words.ts";
import type { StartNext } from "../next/start-next.ts";
import { NearBestOpen } from "./near-best-open.tsx";

type Row = NearBest["rows"][number];

export type NearBestCardProps = {
  board: Board;
  /** Offers to start what would tell; null for readers. */
  start: StartNext | null;
};

/** Which models lose no more than the margin against the best, and the smallest, cheapest and fastest of them. */
export function NearBestCard({ board: { nearBest, candidates }, start }: NearBestCardProps) {
  if (nearBest === null) return null;
  const { margin, rows, family, bestRunId } = nearBest;
  const nameOf = (runId: string) => candidates.find(({ run }) => run.id === runId)?.model.name ?? "";
  const others = rows.filter(({ verdict }) => verdict !== "best");
  return (
    <Card
      title={`No worse than the best by ${pointsWords(margin)}`}
      description={nearBestWords(nearBest, nameOf)}
      footer={`Paired differences to ${nameOf(bestRunId)} on the same cases. “No worse” means that a loss of ${pointsWords(margin)} is ruled out (one-sided 5 %, Holm's correction over ${family} ${family === 1 ? "model" : "models"}). The best is the one with the highest rate in these very runs, so its rate is likely to be a little too high (the winner's curse); a model that is no worse than it is all the safer a choice. ${sizeNote(nearBest, candidates)}`}
      className="break-inside-avoid"
    >
      <IntervalBars
        label={`Pass rate minus that of ${nameOf(bestRunId)}`}
        mark="dot"
        rows={others.map((row) => intervalRow(row, nameOf(row.runId)))}
        formatTick={(value) => formatPercentagePoints(value, 0)}
        reference={{ value: -margin, label: `${pointsWords(margin)} below the best` }}
      />
      <NearBestOpen nearBest={nearBest} candidates={candidates} start={start} />
    </Card>
  );
}

function intervalRow({ runId, verdict, pair }: Row, name: string): IntervalRow {
  return {
    id: runId,
    label: <span title={name}>{name}</span>,
    href: `/runs/${runId}`,
    value: pair?.difference ?? null,
    low: pair?.lower,
    high: pair?.upper,
    valueText: pair === null ? "no shared cases" : formatPercentagePoints(pair.difference),
    intervalText: pair && formatInterval([pair.lower, pair.upper]),
    detail: verdict,
    tone: pair !== null && pair.upper < 0 ? "worse" : pair !== null && pair.lower > 0 ? "better" : "neutral",
  };
}
