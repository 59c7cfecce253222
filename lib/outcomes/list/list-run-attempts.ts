import type { Context } from "#lib/context/context.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import type { AttemptOrder } from "#lib/runs/attempts/attempt-filter.ts";
import { cursorOf, parseCursor } from "#lib/runs/attempts/attempt-order-sql.ts";
import { readAttemptRows } from "#lib/runs/attempts/read-attempt-rows.ts";
import {
  type AttemptPage,
  type ListAttemptsInput,
  listAttempts,
  listAttemptsInput,
} from "#lib/runs/list-attempts.ts";
import { placesOf } from "../case-places.ts";
import type { RunOutcomes } from "../run-outcomes.ts";
import { findListedRun } from "./find-listed-run.ts";
import { listedPlaces } from "./listed-places.ts";
import { placeFilterOf } from "./place-filter-of.ts";

/**
 * A page of a run's attempts as `listAttempts` gives it. Of a run that has ended, filter, order and place are found in its columns, and
 * only the rows of the page are read, wherever in the list they are; where the columns do not know the answer, all is asked of the rows.
 */
export async function listRunAttempts(ctx: Context, input: ListAttemptsInput): Promise<AttemptPage> {
  const asked = parseInput(listAttemptsInput, input);
  const { runId, cursor, limit, offset, of: _of, sort, direction, ...filter } = asked;
  const outcomes = await findListedRun(ctx, runId);
  const found = outcomes && (await placeFilterOf(ctx, outcomes, filter));
  if (outcomes === null || found === null) return await listAttempts(ctx, asked);
  const listed = listedPlaces(outcomes, found, { sort, direction });
  const start = cursor ? afterCursor(outcomes, listed, cursor) : (offset ?? 0);
  if (start === null) return await listAttempts(ctx, asked);
  const shown = listed.subarray(start, start + limit);
  const rows = await readAttemptRows(pageSql(ctx, outcomes, shown), "ascending");
  const last = rows.at(-1);
  const hasMore = !offset && start + limit < listed.length && last !== undefined;
  return {
    items: rows.map(({ row }) => row),
    nextCursor: hasMore
      ? cursorOf({ ...last.row, place: valueAt(outcomes, shown.at(-1) ?? 0, { sort, direction }) })
      : null,
    total: cursor || offset ? null : listed.length,
  };
}

/** The index in the list behind the attempt of a cursor; null when the list does not have it. */
function afterCursor(outcomes: RunOutcomes, listed: Int32Array, cursor: string): number | null {
  const { position, repetition } = parseCursor(cursor);
  const [at = -1] = placesOf(Int32Array.of(position), outcomes.caseNumbers);
  const index = at < 0 ? -1 : listed.indexOf(at * outcomes.repetitions + repetition - 1);
  return index < 0 ? null : index + 1;
}

/** What an attempt is sorted by, as `placeSql` has it. */
function valueAt(outcomes: RunOutcomes, place: number, { sort, direction }: AttemptOrder): number {
  const missing = direction === "ascending" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const value =
    sort === "position"
      ? outcomes.caseNumbers[Math.floor(place / outcomes.repetitions)]
      : (sort === "latency" ? outcomes.latencyMs : outcomes.costMicroUsd)[place];
  return value === undefined || Number.isNaN(value) ? missing : value;
}

/** The attempts at some places in their order, as `readAttemptRows` reads them. */
function pageSql(ctx: Context, outcomes: RunOutcomes, places: Int32Array): Prisma.Sql {
  const { runId, datasetId, caseNumbers, repetitions } = outcomes;
  const numbers = Array.from(places, (place) => caseNumbers[Math.floor(place / repetitions)] ?? -1);
  const attempts = Array.from(places, (place) => (place % repetitions) + 1);
  return Prisma.sql`
    select a.run_id, a.case_id, a.repetition, a.case_revision_id, w.position, w.place::float8 as place
    from unnest(${numbers}::int[], ${attempts}::int[]) with ordinality w(position, repetition, place)
    join "case" c on c.dataset_id = ${datasetId}::uuid and c.position = w.position
    join attempt a on a.workspace_id = ${ctx.workspaceId}::uuid and a.run_id = ${runId}::uuid
      and a.case_id = c.id and a.repetition = w.repetition`;
}
