import type { Context } from "#lib/context/context.ts";
import type { Database, Transaction } from "#lib/db/database.ts";

export type PinnedGrader = {
  graderId: string;
  name: string;
  position: number;
  versionId: string;
  number: number;
  newest: { versionId: string; number: number };
};

/** The graders that a run pins, each with the newest version that there is of it. */
export async function listPinnedGraders(
  store: Database | Transaction,
  ctx: Context,
  runId: string,
): Promise<PinnedGrader[]> {
  const rows = await store.runGrader.findMany({
    where: { workspaceId: ctx.workspaceId, runId },
    orderBy: { position: "asc" },
    select: {
      position: true,
      graderVersion: {
        select: {
          id: true,
          number: true,
          grader: {
            select: {
              id: true,
              name: true,
              versions: { orderBy: { number: "desc" }, take: 1, select: { id: true, number: true } },
            },
          },
        },
      },
    },
  });
  return rows.map(({ position, graderVersion: { id, number, grader } }) => {
    const [newest = { id, number }] = grader.versions;
    return {
      graderId: grader.id,
      name: grader.name,
      position,
      versionId: id,
      number,
      newest: { versionId: newest.id, number: newest.number },
    };
  });
}
