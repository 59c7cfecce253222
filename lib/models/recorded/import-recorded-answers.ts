import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db, type Transaction } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { FormatError } from "#lib/formats/format-error.ts";
import type { RowEvent } from "#lib/formats/tabular-row.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { newId } from "#lib/ids/new-id.ts";
import { nameTaken } from "../create-model.ts";
import { modelNotFound } from "../get-model.ts";
import { modelNameSchema } from "../model-config.ts";
import { refusingDuplicates } from "../refusing-duplicates.ts";
import { insertModelVersion } from "../versions/insert-model-version.ts";
import type { RecordedReport } from "./recorded-report.ts";
import { type Staged, stageAnswers } from "./stage-answers.ts";

export const importRecordedInput = z.object({
  /** A model of recorded answers that gets a new version; null for a new model. */
  modelId: idSchema.nullable().default(null),
  /** Of a new model. */
  name: z.string().default(""),
  format: z.enum(["csv", "jsonl"]),
  /** What rejected rows mean: nothing is imported, or they are left out. */
  onRejected: z.enum(["stop", "skip"]),
});
export type ImportRecordedInput = z.input<typeof importRecordedInput>;

type Rows = { rows: AsyncIterable<RowEvent>; signal?: AbortSignal };

/** An upload may be slow; nothing that others use is held while it lasts. */
const timeoutMs = 2 * 60 * 60_000;

class Stopped extends Error {
  readonly staged: Staged;
  constructor(staged: Staged) {
    super();
    this.staged = staged;
  }
}

/** A file of answers that were made elsewhere becomes a version of a model, whole or not at all; it is run like any other. */
export async function importRecordedAnswers(
  ctx: Context,
  input: ImportRecordedInput,
  { rows, signal }: Rows,
): Promise<RecordedReport> {
  requireRole(ctx, "editor", "import answers");
  const { modelId, name: given, onRejected } = parseInput(importRecordedInput, input);
  const name = modelId === null ? parseInput(z.object({ name: modelNameSchema }), { name: given }).name : "";
  const importAll = async (tx: Transaction) => {
    const staged = await stageAnswers(tx, rows);
    if (staged.rows === 0) {
      throw new AppError("invalid", "The file has no rows below its header. Nothing was imported.");
    }
    if (staged.answers === 0 || (onRejected === "stop" && staged.rejected > 0)) throw new Stopped(staged);
    signal?.throwIfAborted();
    const model = await storeVersion(tx, ctx, { modelId, name }, staged);
    return reportOf(staged, model);
  };
  try {
    return await refusingDuplicates("name", nameTaken(name), () =>
      db().$transaction(importAll, { timeout: timeoutMs, maxWait: 15_000 }),
    );
  } catch (error) {
    if (error instanceof Stopped) return reportOf(error.staged, null);
    if (error instanceof FormatError) throw new AppError("invalid", `${error.message} Nothing was imported.`);
    throw error;
  }
}

function reportOf(staged: Staged, model: RecordedReport["model"]): RecordedReport {
  const { contentHash: _, ...report } = staged;
  return { outcome: model === null ? "stopped" : "imported", ...report, model };
}

async function storeVersion(
  tx: Transaction,
  ctx: Context,
  wanted: { modelId: string | null; name: string },
  { contentHash, answers }: Staged,
): Promise<NonNullable<RecordedReport["model"]>> {
  const id = wanted.modelId ?? newId();
  if (wanted.modelId === null) {
    await tx.model.create({ data: { id, workspaceId: ctx.workspaceId, name: wanted.name } });
  }
  const latest = wanted.modelId === null ? null : await latestVersion(tx, ctx, id);
  if (latest?.contentHash === contentHash) {
    return { id, versionId: latest.id, versionNumber: latest.number, isNewVersion: false };
  }
  const number = (latest?.number ?? 0) + 1;
  const content = { provider: "recorded" as const, messages: [], parameters: {}, contentHash };
  const version = await insertModelVersion(tx, ctx, { modelId: id, number, content });
  await tx.$executeRaw`
    insert into recorded_answer (workspace_id, model_version_id, case_key, repetition, output, finish_reason, latency_ms,
      time_to_first_token_ms, prompt_tokens, completion_tokens, cost_micro_usd)
    select ${ctx.workspaceId}::uuid, ${version.id}::uuid, case_key, repetition, output, finish_reason, latency_ms,
      time_to_first_token_ms, prompt_tokens, completion_tokens, cost_micro_usd
    from staged_answer`;
  await writeAudit(tx, ctx, {
    action: "model.import-answers",
    subjectType: "model",
    subjectId: id,
    detail: { versionId: version.id, answers },
  });
  return { id, versionId: version.id, versionNumber: number, isNewVersion: true };
}

/** Locks the model, so that two imports at once become two versions in a row. */
async function latestVersion(tx: Transaction, ctx: Context, modelId: string) {
  const [model] = await tx.$queryRaw<{ name: string; archived: boolean }[]>`
    select name, archived_at is not null as archived from model
    where id = ${modelId}::uuid and workspace_id = ${ctx.workspaceId}::uuid
    for update`;
  if (model === undefined) throw modelNotFound();
  if (model.archived) {
    throw new AppError("conflict", `The model "${model.name}" is archived. Restore it before you change it.`);
  }
  const latest = await tx.modelVersion.findFirst({
    where: { modelId, workspaceId: ctx.workspaceId },
    orderBy: { number: "desc" },
    select: { id: true, number: true, contentHash: true, provider: true },
  });
  if (latest?.provider === "recorded") return latest;
  throw new AppError(
    "conflict",
    `The model "${model.name}" is not one of recorded answers. Import the file as a new model.`,
  );
}
