import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { newId } from "#lib/ids/new-id.ts";

export type TestDataset = { id: string; caseIds: string[] };

/** A dataset of the workspace with one draft case for each expected value. */
export async function createTestDataset(
  ctx: Context,
  name: string,
  expectedValues: readonly Prisma.InputJsonValue[] = [],
): Promise<TestDataset> {
  const id = newId();
  const scope = { workspaceId: ctx.workspaceId, datasetId: id };
  await db().dataset.create({ data: { id, workspaceId: ctx.workspaceId, name } });
  const caseIds: string[] = [];
  for (const [index, expected] of expectedValues.entries()) {
    const caseId = newId();
    const at = { ...scope, key: `case-${index + 1}`, position: index + 1 };
    await db().case.create({ data: { id: caseId, ...at } });
    await db().caseRevision.create({
      data: {
        id: newId(),
        caseId,
        ...at,
        input: { text: `Question ${index + 1}` },
        expected,
        tags: [],
        split: "held_out",
        metadata: {},
        contentHash: "0",
        isHead: true,
        createdBy: "test",
      },
    });
    caseIds.push(caseId);
  }
  return { id, caseIds };
}
