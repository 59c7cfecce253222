import { getComparedCase } from "#lib/comparisons/cases/get-compared-case.ts";
import { listComparedCases } from "#lib/comparisons/cases/list-compared-cases.ts";
import { getComparison } from "#lib/comparisons/get-comparison.ts";
import { readGraderPairs } from "#lib/comparisons/pairs/read-grader-pairs.ts";
import { readPairCounts } from "#lib/comparisons/pairs/read-pair-counts.ts";
import type { Context } from "#lib/context/context.ts";
import { closeDatabase, db } from "#lib/db/database.ts";
import { seedRuns } from "./compare-seed.ts";
import { measure } from "./measure.ts";

const seeded = await seedRuns({ cases: 100_000, runs: 2, graders: 2 });
try {
  const { workspaceId, runIds, graderVersionIds } = seeded;
  const [baselineId = "", candidateId = ""] = runIds;
  const ctx: Context = {
    workspaceId,
    actor: { type: "system", name: "bench" },
    requestId: "bench",
    now: new Date(),
  };
  const pair = { baselineId, candidateId };
  const ids = { workspaceId, a: baselineId, b: candidateId };
  console.log("Two runs of 100,000 attempts, 2 graders:");
  await measure("counts", () => readPairCounts(ids));
  await measure("counts per grader, one dataset version", () => readGraderPairs(ids, { sameVersion: true }));
  await measure("counts per grader, two dataset versions", () =>
    readGraderPairs(ids, { sameVersion: false }),
  );
  await measure("whole comparison, counts remembered", () => getComparison(ctx, pair));
  await measure("whole comparison, nothing remembered", async () => {
    // A scorecard computed again has another time, which forgets the counts.
    await db().scorecard.update({ where: { runId: baselineId }, data: { computedAt: new Date() } });
    return await getComparison(ctx, pair);
  });
  await measure("first page of cases", () => listComparedCases(ctx, pair));
  const { nextCursor } = await listComparedCases(ctx, pair);
  await measure("next page of cases", () => listComparedCases(ctx, { ...pair, cursor: nextCursor }));
  await measure("first page of broken cases", () => listComparedCases(ctx, { ...pair, bucket: "broken" }));
  await measure("first page of broken cases by grader", () =>
    listComparedCases(ctx, { ...pair, bucket: "broken", graderVersionId: graderVersionIds[0] ?? null }),
  );
  await measure("first page of an empty bucket", () =>
    listComparedCases(ctx, { ...pair, bucket: "changed" }),
  );
  await measure("search", () => listComparedCases(ctx, { ...pair, search: "case-99999" }));
  await measure("one broken case with its neighbours", () =>
    getComparedCase(ctx, { ...pair, bucket: "broken", key: "case-50000" }),
  );
} finally {
  await seeded.remove();
  await closeDatabase();
}
