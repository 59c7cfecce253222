import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { metadataOf } from "./cases/metadata-of.ts";
import type { Split } from "./split.ts";
import { splitSchema } from "./split-schema.ts";
import { casesOfVersion, getVersionScope } from "./versions/version-scope.ts";

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

/** The cases of a version in the order of their positions, a batch at a time. A version without cases yields no batch. */
export async function* streamVersionCases(
  ctx: Context,
  input: StreamVersionCasesInput,
): AsyncGenerator<VersionCase[]> {
  const { versionId, splits, firstPosition, lastPosition, batchSize } = parseInput(
    streamVersionCasesInput,
    input,
  );
  const where = casesOfVersion(ctx, await getVersionScope(ctx, versionId), splits);
  let next = firstPosition ?? 0;
  for (;;) {
    const rows = await db().caseRevision.findMany({
      where: {
        ...where,
        position: { gte: next, ...(lastPosition === undefined ? {} : { lte: lastPosition }) },
      },
      orderBy: { position: "asc" },
      take: batchSize,
      select: {
        id: true,
        caseId: true,
        key: true,
        position: true,
        input: true,
        expected: true,
        tags: true,
        split: true,
        metadata: true,
        cluster: true,
      },
    });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ id, metadata, ...row }) => ({
      ...row,
      revisionId: id,
      metadata: metadataOf(metadata),
    }));
    if (rows.length < batchSize) return;
    next = last.position + 1;
  }
}
