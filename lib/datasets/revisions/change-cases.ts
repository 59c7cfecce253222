import type { Context } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import type { Transaction } from "#lib/db/database.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { CaseContent } from "../cases/case-content.ts";
import { type KeptFields, type MergeCounts, mergeStagedCases } from "./merge-staged-cases.ts";
import { createStaging, stageCases } from "./stage-cases.ts";

type CaseChange = { key: string; content: CaseContent | null; archived: boolean };

const noContent: CaseContent = {
  input: null,
  expected: null,
  tags: [],
  split: "held_out",
  metadata: {},
  cluster: null,
};

/** Changes cases whose dataset the transaction holds. `content` null is for a change that keeps every field. */
export async function changeCases(
  tx: Transaction,
  ctx: Context,
  change: {
    datasetId: string;
    cases: readonly CaseChange[];
    kept: KeptFields;
    action: string;
    detail: Prisma.InputJsonObject;
  },
): Promise<MergeCounts> {
  await createStaging(tx);
  await stageCases(
    tx,
    change.cases.map(({ key, content, archived }) => ({
      ...(content ?? noContent),
      key,
      keyHash: null,
      line: 0,
      excerpt: "",
      archived,
    })),
  );
  const counts = await mergeStagedCases(tx, ctx, change.datasetId, change.kept);
  if (counts.added + counts.updated > 0) {
    await writeAudit(tx, ctx, {
      action: change.action,
      subjectType: "dataset",
      subjectId: change.datasetId,
      detail: change.detail,
    });
  }
  return counts;
}
