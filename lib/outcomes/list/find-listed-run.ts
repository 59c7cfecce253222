import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import { noSuchRun } from "#lib/runs/no-such-run.ts";
import { endedStates, loadOutcomesOf, type OutcomesHead } from "../load-run-outcomes.ts";
import { outcomeCodes, type RunOutcomes } from "../run-outcomes.ts";

type Counts = Record<"passed" | "failed" | "unscored" | "errored" | "answered", number>;
type Head = Omit<OutcomesHead, "scorecard" | "outcomes"> & {
  scorecardAt: Date | null;
  columnsAt: Date | null;
  counts: Counts | null;
};

const headSql = `
  select r.id, r.state, r.dataset_id as "datasetId", r.dataset_version_id as "datasetVersionId", r.repetitions,
    s.computed_at as "scorecardAt", o.computed_at as "columnsAt",
    (select jsonb_build_object('passed', sum(passed), 'failed', sum(failed), 'unscored', sum(unscored), 'errored', sum(errored),
      'answered', sum(answered)) from run_shard where workspace_id = $1 and run_id = $2 having count(*) > 0) as counts
  from run r left join scorecard s on s.run_id = r.id left join run_outcomes o on o.run_id = r.id
  where r.workspace_id = $1 and r.id = $2`;

/**
 * The stored columns of a run whose lists can be made from them, or null: of a run under way, one whose columns were not stored yet, and
 * one that was stopped between its answers and their grades. The counters of its shards, which are moved together with the attempts,
 * must agree with the columns.
 *
 * @throws AppError not-found when the run is missing or in another workspace.
 */
export async function findListedRun(ctx: Context, runId: string): Promise<RunOutcomes | null> {
  const { rows } = await pool().query<Head>(headSql, [ctx.workspaceId, runId]);
  const [head] = rows;
  if (head === undefined) throw noSuchRun();
  const { scorecardAt, columnsAt, counts } = head;
  const isStored =
    endedStates.includes(head.state) &&
    scorecardAt !== null &&
    columnsAt?.getTime() === scorecardAt.getTime();
  if (!isStored || counts === null) return null;
  const outcomes = await loadOutcomesOf(ctx, {
    ...head,
    scorecard: { computedAt: scorecardAt },
    outcomes: { computedAt: columnsAt },
  });
  return agree(counts, countsOf(outcomes)) ? outcomes : null;
}

const counted = new WeakMap<RunOutcomes, Int32Array>();

function countsOf(outcomes: RunOutcomes): Int32Array {
  const known = counted.get(outcomes);
  if (known !== undefined) return known;
  const counts = new Int32Array(256);
  for (const code of outcomes.verdicts) counts[code] = (counts[code] ?? 0) + 1;
  counted.set(outcomes, counts);
  return counts;
}

function agree({ answered, ...counts }: Counts, columns: Int32Array): boolean {
  const { passed, failed, unscored, errored } = counts;
  return (
    columns[outcomeCodes.passed] === passed &&
    columns[outcomeCodes.failed] === failed &&
    columns[outcomeCodes.unscored] === unscored &&
    columns[outcomeCodes.errored] === errored &&
    passed + failed + unscored === answered
  );
}
