import type { Context } from "#lib/context/context.ts";
import { closeDatabase } from "#lib/db/database.ts";
import { listBestModels } from "#lib/trends/list-best-models.ts";
import { listRecentRuns } from "#lib/trends/list-recent-runs.ts";
import { listTrendRuns } from "#lib/trends/list-trend-runs.ts";
import { seedRuns } from "./compare-seed.ts";
import { measure } from "./measure.ts";

const seeded = await seedRuns({ cases: 20, runs: 1000, graders: 1 });
try {
  const { workspaceId, datasetId } = seeded;
  const ctx: Context = {
    workspaceId,
    actor: { type: "system", name: "bench" },
    requestId: "bench",
    now: new Date(),
  };
  console.log("A dataset with 1,000 finished runs:");
  await measure("trend", () => listTrendRuns(ctx, { datasetId }));
  await measure("newest 20 runs against their predecessors, counts remembered", () => listRecentRuns(ctx));
  await measure("best models", () => listBestModels(ctx));
} finally {
  await seeded.remove();
  await closeDatabase();
}
