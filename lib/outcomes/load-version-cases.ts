import type { Context } from "#lib/context/context.ts";
import { getVersionScope } from "#lib/datasets/versions/version-scope.ts";
import { pool } from "#lib/db/database.ts";
import { inTransaction } from "#lib/db/in-transaction.ts";
import { toInt32Column } from "./columns/column-bytes.ts";
import { memoryOf } from "./columns/remembered.ts";
import {
  readVersionColumnsSql,
  readVersionSlicesSql,
  storeVersionColumnsSql,
  storeVersionSlicesSql,
  versionIsStoredSql,
} from "./columns/version-columns-sql.ts";
import type { VersionCases } from "./run-outcomes.ts";

type Columns = Record<"caseNumbers" | "revisions" | "clusters", Buffer>;
type Slice = { dimension: string; value: string; members: Buffer };

const remembered = memoryOf<VersionCases>(
  64 * 1024 * 1024,
  ({ caseNumbers, slices }) =>
    3 * caseNumbers.byteLength + slices.reduce((sum, slice) => sum + slice.members.byteLength, 0),
);

/**
 * The cases of a dataset version in columns: stored at the first reading and never changed, as a version never changes.
 *
 * @throws AppError not-found when the version is missing or in another workspace.
 */
export async function loadVersionCases(ctx: Context, datasetVersionId: string): Promise<VersionCases> {
  return await remembered(`${ctx.workspaceId} ${datasetVersionId}`, async () => {
    await getVersionScope(ctx, datasetVersionId);
    const ids = [ctx.workspaceId, datasetVersionId];
    const columns = (await readColumns(ids)) ?? (await storeAndRead(ids));
    const { rows } = await pool().query<Slice>(readVersionSlicesSql, ids);
    return {
      datasetVersionId,
      caseNumbers: toInt32Column(columns.caseNumbers),
      revisions: toInt32Column(columns.revisions),
      clusters: toInt32Column(columns.clusters),
      slices: rows.map((slice) => ({ ...slice, members: toInt32Column(slice.members) })),
    };
  });
}

/**
 * Makes the columns of a dataset version where they are not made yet, and returns none of them.
 *
 * @throws AppError not-found when the version is missing or in another workspace.
 */
export async function storeVersionCases(ctx: Context, datasetVersionId: string): Promise<void> {
  await getVersionScope(ctx, datasetVersionId);
  const ids = [ctx.workspaceId, datasetVersionId];
  const { rowCount } = await pool().query(versionIsStoredSql, ids);
  if (rowCount === 0) await storeColumns(ids);
}

async function readColumns(ids: readonly string[]): Promise<Columns | undefined> {
  return (await pool().query<Columns>(readVersionColumnsSql, [...ids])).rows[0];
}

async function storeAndRead(ids: readonly string[]): Promise<Columns> {
  await storeColumns(ids);
  const columns = await readColumns(ids);
  if (columns === undefined) throw new Error("The columns were stored.");
  return columns;
}

/** Columns and slices appear together: whoever sees the one has the other. */
async function storeColumns(ids: readonly string[]): Promise<void> {
  await inTransaction("begin; set local work_mem = '32MB'", async (client) => {
    await client.query(storeVersionColumnsSql, [...ids]);
    await client.query(storeVersionSlicesSql, [...ids]);
  });
}
