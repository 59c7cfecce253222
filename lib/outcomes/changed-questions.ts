import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import { placesOf } from "./case-places.ts";
import { memoryOf } from "./columns/remembered.ts";
import type { VersionCases } from "./run-outcomes.ts";

/** What the model and the graders read is input, expected value and metadata; a revision may differ in tags, split or cluster only. */
const changedSql = `
  select a.position
  from unnest($2::int[]) as wanted(number)
    join dataset_version va on va.workspace_id = $1 and va.id = $3
    join dataset_version vb on vb.workspace_id = $1 and vb.id = $4
    join case_revision a on a.workspace_id = $1 and a.dataset_id = va.dataset_id and a.position = wanted.number
      and not a.archived and a.first_version <= va.number and (a.last_version is null or a.last_version >= va.number)
    join case_revision b on b.workspace_id = $1 and b.dataset_id = vb.dataset_id and b.position = wanted.number
      and not b.archived and b.first_version <= vb.number and (b.last_version is null or b.last_version >= vb.number)
  where a.content_hash <> b.content_hash
    and (a.input <> b.input or a.expected is distinct from b.expected or a.metadata <> b.metadata)`;

const remembered = memoryOf<ReadonlySet<number>>(8 * 1024 * 1024, (numbers) => 64 + 16 * numbers.size);

/**
 * The numbers of cases that are in both versions and were asked differently in them. Only cases with another revision are looked at;
 * two versions of different datasets share no case, and have no number in common that means the same.
 */
export async function changedQuestions(
  ctx: Context,
  a: VersionCases,
  b: VersionCases,
): Promise<ReadonlySet<number>> {
  const revised = revisedNumbers(a, b);
  if (revised.length === 0) return new Set();
  const key = `${ctx.workspaceId} ${a.datasetVersionId} ${b.datasetVersionId}`;
  return await remembered(key, async () => {
    const { rows } = await pool().query<{ position: number }>(changedSql, [
      ctx.workspaceId,
      revised,
      a.datasetVersionId,
      b.datasetVersionId,
    ]);
    return new Set(rows.map((row) => row.position));
  });
}

function revisedNumbers(a: VersionCases, b: VersionCases): number[] {
  const places = placesOf(b.caseNumbers, a.caseNumbers);
  const revised: number[] = [];
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? -1;
    if (place >= 0 && a.revisions[place] !== b.revisions[at]) revised.push(b.caseNumbers[at] ?? 0);
  }
  return revised;
}
