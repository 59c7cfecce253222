import { issueStartLink } from "#lib/auth/issue-start-link.ts";
import { closeDatabase, db } from "#lib/db/database.ts";
import { env } from "#lib/env/env.ts";

const everyMs = 2_000;

/** Prints where Touchstone is and the link that gets the reader in. */
export async function printStartLink(): Promise<void> {
  const { TOUCHSTONE_URL, PORT } = env();
  const base = (TOUCHSTONE_URL ?? `http://localhost:${PORT}`).replace(/\/$/, "");
  const link = await issueStartLink(new Date());
  const purpose = link.startsWith("/setup") ? "Set up your account" : "Sign in";
  console.log(
    `\nTouchstone is running at ${base}\n${purpose} with this link (works once, for a day):\n\n    ${base}${link}\n`,
  );
}

/** The start link, then a line for each run as it ends, until `end`. */
export async function announce(): Promise<{ end(): Promise<void> }> {
  await printStartLink();
  console.log("Stop with Ctrl-C.");

  const since = new Date();
  const told = new Set<string>();
  const timer = setInterval(() => void tellEndedRuns(since, told).catch(() => undefined), everyMs);
  return {
    async end() {
      clearInterval(timer);
      console.log("Stopping.");
      await closeDatabase();
    },
  };
}

async function tellEndedRuns(since: Date, told: Set<string>): Promise<void> {
  const runs = await db().run.findMany({
    where: { finishedAt: { gte: since }, state: { in: ["finished", "failed", "cancelled"] } },
    orderBy: { finishedAt: "asc" },
    take: 100,
    select: {
      id: true,
      number: true,
      state: true,
      dataset: { select: { name: true } },
      modelVersion: { select: { model: { select: { name: true } } } },
      scorecard: { select: { passed: true, failed: true } },
    },
  });
  for (const run of runs.filter((candidate) => !told.has(candidate.id))) {
    told.add(run.id);
    const score =
      run.scorecard === null
        ? ""
        : `, ${run.scorecard.passed} of ${run.scorecard.passed + run.scorecard.failed} passed`;
    console.log(
      `Run ${run.number} ${run.state}: ${run.modelVersion.model.name} on ${run.dataset.name}${score}`,
    );
  }
}
