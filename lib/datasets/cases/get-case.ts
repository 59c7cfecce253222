import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { actorNames } from "#lib/workspaces/actor-names.ts";
import type { Split } from "../split.ts";
import { metadataOf } from "./metadata-of.ts";
import { noSuchCase } from "./no-such-case.ts";

export const getCaseInput = z.object({ datasetId: idSchema, key: z.string().max(200) });
export type GetCaseInput = z.input<typeof getCaseInput>;

export type CaseRevisionDetails = {
  id: string;
  input: unknown;
  expected: unknown;
  tags: string[];
  split: Split;
  metadata: Record<string, unknown>;
  cluster: string | null;
  contentHash: string;
  archived: boolean;
  isHead: boolean;
  /** Null: not published yet. */
  firstVersion: number | null;
  /** Null: also in the newest version. */
  lastVersion: number | null;
  createdAt: Date;
  createdBy: string;
};

export type CaseDetails = {
  caseId: string;
  key: string;
  position: number;
  /** The newest first, at most 50. */
  revisions: CaseRevisionDetails[];
};

const shownRevisions = 50;

export async function getCase(ctx: Context, input: GetCaseInput): Promise<CaseDetails> {
  const { datasetId, key } = parseInput(getCaseInput, input);
  const found = await db().case.findFirst({
    where: { datasetId, workspaceId: ctx.workspaceId, key },
    select: {
      id: true,
      position: true,
      revisions: {
        orderBy: [{ isHead: "desc" }, { firstVersion: { sort: "desc", nulls: "first" } }],
        take: shownRevisions,
        omit: { workspaceId: true, datasetId: true, caseId: true, key: true, position: true },
      },
    },
  });
  if (found === null) throw noSuchCase(key);
  const nameOf = await actorNames(
    ctx,
    found.revisions.map((revision) => revision.createdBy),
  );
  return {
    caseId: found.id,
    key,
    position: found.position,
    revisions: found.revisions.map((revision) => ({
      ...revision,
      metadata: metadataOf(revision.metadata),
      createdBy: nameOf(revision.createdBy),
    })),
  };
}
