import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { hashPassword } from "#lib/auth/password.ts";
import type { Context } from "#lib/context/context.ts";
import { db, pool } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { finishRun } from "#lib/scorecards/finish-run.ts";
import { seedRuns } from "../compare-seed.ts";

export const person = { email: "bench@example.test", password: "a password for the bench" };

/** What the pages are measured on: two runs of 100,000 attempts, ten of 10,000, and a thousand small ones, in a workspace each. */
const runsSchema = z.object({ workspaceId: z.string(), datasetId: z.string(), runIds: z.array(z.string()) });
const seededSchema = z.object({ large: runsSchema, many: runsSchema, trend: runsSchema, cases: z.number() });
export type PageRuns = z.infer<typeof runsSchema>;
export type SeededPages = z.infer<typeof seededSchema>;

/** Seeds once in a folder; afterwards what was seeded there, whatever the scale. */
export async function seededIn(home: string, scale: number): Promise<SeededPages> {
  const file = join(home, "seeded.json");
  const known = await readFile(file, "utf8").catch(() => null);
  if (known !== null) return seededSchema.parse(JSON.parse(known));
  const seeded = await seedPages(scale);
  await writeFile(file, JSON.stringify(seeded));
  return seeded;
}

async function seedPages(scale: number): Promise<SeededPages> {
  const large = await seedRuns({ cases: 100_000 * scale, runs: 2, graders: 2 });
  const many = await seedRuns({ cases: 10_000 * scale, runs: 10, graders: 2 });
  const trend = await seedRuns({ cases: 20, runs: 1_000, graders: 2 });
  await pool().query(
    `update case_revision set tags = array['tag ' || position % 7, 'group ' || position % 11],
       metadata = jsonb_build_object('language', 'language ' || position % 12)`,
  );
  await pool().query("update run set splits = '{}'");
  for (const seeded of [large, many, trend]) await finishAll(seeded);
  await addPerson([large, many, trend]);
  await pool().query("vacuum analyze");
  return { large, many, trend, cases: 100_000 * scale };
}

/** With the scorecards that a worker would have stored. */
async function finishAll({ workspaceId, runIds }: PageRuns): Promise<void> {
  const ctx: Context = {
    workspaceId,
    actor: { type: "system", name: "bench" },
    requestId: "bench",
    now: new Date(),
  };
  await pool().query("update run set state = 'running' where workspace_id = $1", [workspaceId]);
  for (const runId of runIds) await finishRun(ctx, runId);
}

async function addPerson(seeded: readonly PageRuns[]): Promise<void> {
  const id = newId();
  const passwordHash = await hashPassword(person.password);
  await db().user.create({ data: { id, email: person.email, name: "Bench", passwordHash } });
  await db().member.createMany({
    data: seeded.map(({ workspaceId }) => ({ workspaceId, userId: id, role: "admin" as const })),
  });
}
