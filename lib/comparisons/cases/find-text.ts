import type { Context } from "#lib/context/context.ts";
import { containsPattern, containsPatternInJson } from "#lib/datasets/cases/contains-pattern.ts";
import { pool } from "#lib/db/database.ts";
import type { Compared } from "../load-compared.ts";

const sql = `
  select position from "case" where workspace_id = $1 and dataset_id = $2 and key ilike $5
  union
  select position from case_revision where workspace_id = $1 and dataset_id = $2
    and first_version <= any($4::int[]) and (last_version is null or last_version >= any($4::int[]))
    and (input::text ilike $6 or expected::text ilike $6)
  union
  select c.position from attempt a join "case" c on c.id = a.case_id
  where a.workspace_id = $1 and a.run_id = any($3::uuid[]) and a.output ilike $5`;

const kept = 50;
const remembered = new Map<string, ReadonlySet<number>>();

/** Numbers of the cases that hold the text in their key, input, expected value or any of the answers; null without a text to look for. */
export async function findText(
  { workspaceId }: Context,
  { sides, baseline }: Compared,
  search: string,
): Promise<ReadonlySet<number> | null> {
  const text = search.trim();
  if (text === "") return null;
  const key = memoryKey(workspaceId, sides, text);
  const known = key === null ? undefined : remembered.get(key);
  if (known !== undefined) return known;
  const { rows } = await pool().query<{ position: number }>(sql, [
    workspaceId,
    baseline.run.dataset.id,
    sides.map(({ run }) => run.id),
    [...new Set(sides.map(({ run }) => run.dataset.versionNumber))],
    containsPattern(text),
    containsPatternInJson(text),
  ]);
  const found = new Set(rows.map(({ position }) => position));
  if (key !== null) remember(key, found);
  return found;
}

/** Answers of runs with a scorecard cannot change until it is computed again. The memory only saves the next page the same search. */
function memoryKey(workspaceId: string, sides: Compared["sides"], text: string): string | null {
  const stamps = sides.map(({ run }) => run.scores && `${run.id} ${run.scores.computedAt.getTime()}`);
  return stamps.includes(null) ? null : [workspaceId, ...stamps, text].join("\n");
}

function remember(key: string, found: ReadonlySet<number>): void {
  remembered.set(key, found);
  // A Map keeps the order of insertion: the first key is the oldest.
  const [oldest] = remembered.keys();
  if (remembered.size > kept && oldest !== undefined) remembered.delete(oldest);
}
