import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { Context } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { createDataset } from "#lib/datasets/create-dataset.ts";
import { importCases } from "#lib/datasets/import-cases.ts";
import { publishVersion } from "#lib/datasets/publish-version.ts";
import { closeDatabase, db, pool } from "#lib/db/database.ts";
import { env } from "#lib/env/env.ts";
import { decodeUtf8 } from "#lib/formats/decode-utf8.ts";
import { parseJsonl } from "#lib/formats/jsonl/parse-jsonl.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { setDatasetGraders } from "#lib/graders/set-dataset-graders.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createModel } from "#lib/models/create-model.ts";
import { closeSender } from "#lib/queue/send-job.ts";
import { startRuns } from "#lib/runs/start-runs.ts";
import { invoices } from "./samples/invoices.ts";
import { releaseNotes } from "./samples/release-notes.ts";
import type { SampleDataset } from "./samples/sample-dataset.ts";
import { supportTickets } from "./samples/support-tickets.ts";

const samples = [supportTickets, invoices, releaseNotes];
const lockKey = 7_305_119;
const seededAction = "workspace.seed";

const columns = (["key", "input", "expected", "tags", "split", "metadata"] as const).map((name) => ({
  column: name,
  role: name,
  type: "as-is" as const,
}));

/** Makes the first workspace and, unless told otherwise, fills it with the samples, through the verbs that the pages use. */
async function seed(): Promise<void> {
  const existing = await db().workspace.findFirst({ orderBy: { createdAt: "asc" }, select: { id: true } });
  if (existing !== null && (await isSeeded(existing.id))) return;
  // A start that was killed half-way left a workspace that nobody has seen yet.
  if (existing !== null) await removeWorkspace(existing.id);

  const workspaceId = newId();
  await db().workspace.create({ data: { id: workspaceId, name: "Touchstone" } });
  const ctx: Context = {
    workspaceId,
    actor: { type: "system", name: "samples" },
    requestId: newId(),
    now: new Date(),
  };
  if (env().TOUCHSTONE_SAMPLES === "on") {
    for (const sample of samples) await writeSample(ctx, sample);
  }
  await db().$transaction(async (tx) => {
    await writeAudit(tx, ctx, { action: seededAction, subjectType: "workspace", subjectId: workspaceId });
  });
}

async function writeSample(ctx: Context, sample: SampleDataset): Promise<void> {
  const dataset = await createDataset(ctx, { name: sample.name, description: sample.description });
  const bytes = createReadStream(join(import.meta.dirname, "samples", sample.file));
  const report = await importCases(ctx, {
    datasetId: dataset.id,
    rows: parseJsonl(decodeUtf8(bytes)),
    mapping: { columns },
    onRejected: "stop",
  });
  if (report.rejected > 0) throw new Error(`${sample.file}: ${JSON.stringify(report.rejectedRows)}`);
  const version = await publishVersion(ctx, { datasetId: dataset.id, note: sample.note });

  const graders = [];
  for (const grader of sample.graders) graders.push(await createGrader(ctx, grader));
  await setDatasetGraders(ctx, { datasetId: dataset.id, graderIds: graders.map(({ id }) => id) });

  const models = [];
  for (const { name, trained, builtInKind, builtInConfig } of sample.models) {
    const training = trained ? { trainingVersionId: version.id, trainingSplits: ["tuning" as const] } : {};
    models.push(
      await createModel(ctx, {
        name,
        config: { provider: "built_in", builtInKind, builtInConfig, ...training },
      }),
    );
  }
  await startRuns(ctx, {
    requestKey: `sample-${dataset.id}`,
    name: "First runs",
    datasetVersionId: version.id,
    modelVersionIds: models.map(({ versionId }) => versionId),
    graderVersionIds: graders.map(({ versionId }) => versionId),
    splits: sample.runSplits,
  });
}

async function isSeeded(workspaceId: string): Promise<boolean> {
  return (await db().auditEvent.count({ where: { workspaceId, action: seededAction } })) > 0;
}

async function removeWorkspace(workspaceId: string): Promise<void> {
  const scope = { where: { workspaceId } };
  await db().$transaction([
    db().experiment.deleteMany(scope),
    db().model.deleteMany(scope),
    db().grader.deleteMany(scope),
    db().dataset.deleteMany(scope),
    db().auditEvent.deleteMany(scope),
    db().workspace.delete({ where: { id: workspaceId } }),
  ]);
}

/** Several web processes may start together on an empty database; one writes, the others find it written. */
async function withSeedLock(work: () => Promise<void>): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    await work();
  } finally {
    client.release(true);
  }
}

await withSeedLock(seed);
await closeSender();
await closeDatabase();
