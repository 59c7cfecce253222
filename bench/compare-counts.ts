import { readGraderPairs } from "#lib/comparisons/pairs/read-grader-pairs.ts";
import { readPairCounts } from "#lib/comparisons/pairs/read-pair-counts.ts";
import { closeDatabase } from "#lib/db/database.ts";
import { seedRuns } from "./compare/seed-runs.ts";

const seeded = await seedRuns({ cases: 100_000, runs: 2, graders: 2 });
try {
  const { workspaceId, runIds } = seeded;
  const [a = "", b = ""] = runIds;
  const ids = { workspaceId, a, b };
  await measure("counts of two runs of 100,000 attempts", () => readPairCounts(ids));
  await measure("counts per grader, one version, 2 graders", () =>
    readGraderPairs(ids, { sameVersion: true }),
  );
  await measure("counts per grader, two versions, 2 graders", () =>
    readGraderPairs(ids, { sameVersion: false }),
  );
} finally {
  await seeded.remove();
  await closeDatabase();
}

async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  await work();
  const times: number[] = [];
  for (let round = 0; round < 10; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((left, right) => left - right);
  console.log(`${name}: median ${times[5]?.toFixed(0)} ms, slowest ${times.at(-1)?.toFixed(0)} ms`);
}
