import type { TrendLine } from "../series/trend-lines.ts";
import type { TrendRun } from "../trend-run.ts";

/** A run that was approved as the baseline of its dataset. */
export type AcceptedRun = { run: TrendRun; approvedAt: Date };

/** The newest run of a line and what it is held against. */
export type AlarmPair = {
  lineId: string;
  label: string;
  candidate: TrendRun;
  /** The last accepted run of the same splits; without one, the run of the line before; null for the first. */
  reference: { run: TrendRun; kind: "accepted" | "previous" } | null;
  /** The candidate itself is the accepted run in force. */
  isAccepted: boolean;
};

/** What each line's newest run is held against. `accepted`: newest approval first. */
export function alarmPairs(
  lines: readonly TrendLine[],
  runs: readonly TrendRun[],
  accepted: readonly AcceptedRun[],
): AlarmPair[] {
  const runOf = new Map(runs.map((run) => [run.runId, run]));
  return lines.flatMap((line) => {
    // A run without the grader or slice has nothing that could be compared.
    const own = line.points.flatMap(({ runId, n }) => (n === 0 ? [] : (runOf.get(runId) ?? [])));
    const candidate = own.at(-1);
    if (candidate === undefined) return [];
    const comparable = accepted.filter(({ run }) => sameSplits(run, candidate));
    const last = comparable.find(({ run }) => run.runId !== candidate.runId);
    const before = own.at(-2);
    return [
      {
        lineId: line.id,
        label: line.label,
        candidate,
        isAccepted: comparable[0]?.run.runId === candidate.runId,
        reference:
          last !== undefined
            ? { run: last.run, kind: "accepted" }
            : before !== undefined
              ? { run: before, kind: "previous" }
              : null,
      },
    ];
  });
}

function sameSplits(one: TrendRun, other: TrendRun): boolean {
  return one.splits.toSorted().join(" ") === other.splits.toSorted().join(" ");
}
