import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";

const RECENT_RUNS = 5;
const MAX_VERSIONS = 20;

export type AuditedVersion = {
  id: string;
  graderId: string;
  name: string;
  number: number;
  kind: string;
  threshold: number;
  /** The newest of the runs that pins it. */
  runId: string;
  runNumber: number;
};

export type AuditedRuns = {
  /** Newest first. */
  runs: { id: string; number: number }[];
  /** Of each grader the newest version that one of the runs pins, in the order of the newest run. */
  versions: AuditedVersion[];
};

/** The last finished runs of a dataset, and what they were judged by. */
export async function findAuditedRuns(ctx: Context, datasetId: string): Promise<AuditedRuns> {
  const runs = await db().run.findMany({
    where: { workspaceId: ctx.workspaceId, datasetId, state: "finished" },
    orderBy: { number: "desc" },
    take: RECENT_RUNS,
    select: {
      id: true,
      number: true,
      graders: {
        orderBy: { position: "asc" },
        select: {
          graderVersion: {
            select: {
              id: true,
              number: true,
              kind: true,
              threshold: true,
              grader: { select: { id: true, name: true, archivedAt: true } },
            },
          },
        },
      },
    },
  });
  const byGrader = new Map<string, AuditedVersion>();
  for (const run of runs) {
    for (const { graderVersion } of run.graders) {
      const { grader, ...version } = graderVersion;
      const known = byGrader.get(grader.id);
      if (grader.archivedAt !== null || (known !== undefined && known.number >= version.number)) continue;
      const place = { runId: run.id, runNumber: run.number };
      byGrader.set(grader.id, { ...version, graderId: grader.id, name: grader.name, ...place });
    }
  }
  return {
    runs: runs.map(({ id, number }) => ({ id, number })),
    versions: [...byGrader.values()].slice(0, MAX_VERSIONS),
  };
}
