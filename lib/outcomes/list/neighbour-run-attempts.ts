import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import {
  type AttemptRef,
  type NeighbourAttempts,
  type NeighbourAttemptsInput,
  neighbourAttempts,
  neighbourAttemptsInput,
} from "#lib/runs/neighbour-attempts.ts";
import { placesOf } from "../case-places.ts";
import type { RunOutcomes } from "../run-outcomes.ts";
import { findListedRun } from "./find-listed-run.ts";
import { listedPlaces } from "./listed-places.ts";
import { placeFilterOf } from "./place-filter-of.ts";

/** What `neighbourAttempts` gives; of a run that has ended it is found in its columns, of an attempt that is in the list. */
export async function neighbourRunAttempts(
  ctx: Context,
  input: NeighbourAttemptsInput,
): Promise<NeighbourAttempts | null> {
  const asked = parseInput(neighbourAttemptsInput, input);
  const { runId, key, repetition, sort, direction, ...filter } = asked;
  const outcomes = await findListedRun(ctx, runId);
  const found = outcomes && (await placeFilterOf(ctx, outcomes, filter));
  const here = outcomes && (await placeOf(ctx, outcomes, { key, repetition }));
  if (outcomes === null || found === null || here === null) return await neighbourAttempts(ctx, asked);
  const listed = listedPlaces(outcomes, found, { sort, direction });
  const index = listed.indexOf(here);
  if (index < 0) return await neighbourAttempts(ctx, asked);
  const [previous = null, next = null] = await refsOf(ctx, outcomes, [listed[index - 1], listed[index + 1]]);
  return { previous, next, index: index + 1, total: listed.length };
}

const positionSql = `select position from "case" where workspace_id = $1 and dataset_id = $2 and key = $3`;

async function placeOf(
  ctx: Context,
  { datasetId, caseNumbers, repetitions }: RunOutcomes,
  { key, repetition }: AttemptRef,
): Promise<number | null> {
  // PostgreSQL has no NUL in text.
  const values = [ctx.workspaceId, datasetId, key.toWellFormed().replaceAll("\0", "")];
  const { rows } = await pool().query<{ position: number }>(positionSql, values);
  const [at = -1] = placesOf(Int32Array.of(rows[0]?.position ?? -1), caseNumbers);
  return at < 0 || repetition > repetitions ? null : at * repetitions + repetition - 1;
}

const keysSql = `select position, key from "case" where workspace_id = $1 and dataset_id = $2 and position = any($3::int[])`;

/** Null for a place before the first or behind the last. */
async function refsOf(
  ctx: Context,
  { datasetId, caseNumbers, repetitions }: RunOutcomes,
  places: readonly (number | undefined)[],
): Promise<(AttemptRef | null)[]> {
  const numbers = places.map((place) =>
    place === undefined ? -1 : (caseNumbers[Math.floor(place / repetitions)] ?? -1),
  );
  const values = [ctx.workspaceId, datasetId, numbers];
  const { rows } = await pool().query<{ position: number; key: string }>(keysSql, values);
  return places.map((place, index) => {
    const key = rows.find(({ position }) => position === numbers[index])?.key;
    return place === undefined || key === undefined ? null : { key, repetition: (place % repetitions) + 1 };
  });
}
