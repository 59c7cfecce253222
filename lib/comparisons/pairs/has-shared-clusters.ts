import { pool } from "#lib/db/database.ts";

type Version = { workspaceId: string; datasetId: string; number: number };

/** Whether a version has cases that are not independent: two or more in one cluster. */
export async function hasSharedClusters({ workspaceId, datasetId, number }: Version): Promise<boolean> {
  const { rows } = await pool().query<{ shared: boolean }>(
    `select exists (
       select 1 from case_revision
       where workspace_id = $1 and dataset_id = $2 and cluster is not null and not archived
         and first_version <= $3 and (last_version is null or last_version >= $3)
       group by cluster having count(*) > 1
     ) as shared`,
    [workspaceId, datasetId, number],
  );
  return rows[0]?.shared ?? false;
}
