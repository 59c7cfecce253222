import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { pool } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { metadataOf } from "./cases/metadata-of.ts";
import type { Split } from "./split.ts";
import { splitSchema } from "./split-schema.ts";
import { getVersionScope } from "./versions/version-scope.ts";

export const streamVersionCasesInput = z.object({
  versionId: idSchema,
  /** None named means all. */
  splits: z.array(splitSchema).optional(),
  firstPosition: z.number().int().optional(),
  /** Included. */
  lastPosition: z.number().int().optional(),
  batchSize: z.number().int().min(1).max(5000).default(500),
});
export type StreamVersionCasesInput = z.input<typeof streamVersionCasesInput>;

export type VersionCase = {
  caseId: string;
  revisionId: string;
  key: string;
  position: number;
  input: unknown;
  expected: unknown;
  tags: string[];
  split: Split;
  metadata: Record<string, unknown>;
  cluster: string | null;
};

type Row = Omit<VersionCase, "metadata"> & { metadata: unknown };

/**
 * The cases that `casesOfVersion` names, without Prisma: a run reads every case, and its objects cost forty microseconds of processor
 * time for each (bench/run-engine.ts).
 */
const batchSql = `
  select case_id as "caseId", id as "revisionId", key, position, input, expected, tags, split::text, metadata, cluster
  from case_revision
  where workspace_id = $1 and dataset_id = $2 and not archived and first_version <= $3
    and (last_version is null or last_version >= $3) and ($4::text[] is null or split::text = any($4::text[]))
    and position >= $5 and ($6::int is null or position <= $6)
  order by position limit $7`;

/** The cases of a version in the order of their positions, a batch at a time. A version without cases yields no batch. */
export async function* streamVersionCases(
  ctx: Context,
  input: StreamVersionCasesInput,
): AsyncGenerator<VersionCase[]> {
  const { versionId, splits, firstPosition, lastPosition, batchSize } = parseInput(
    streamVersionCasesInput,
    input,
  );
  const scope = await getVersionScope(ctx, versionId);
  let next = firstPosition ?? 0;
  for (;;) {
    const { rows } = await pool().query<Row>(batchSql, [
      ctx.workspaceId,
      scope.datasetId,
      scope.number,
      splits !== undefined && splits.length > 0 ? splits : null,
      next,
      lastPosition ?? null,
      batchSize,
    ]);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => ({ ...row, metadata: metadataOf(row.metadata) }));
    if (rows.length < batchSize) return;
    next = last.position + 1;
  }
}
