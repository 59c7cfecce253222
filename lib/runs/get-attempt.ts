import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { refuseUnknownRun } from "./no-such-run.ts";

export const getAttemptInput = z.object({
  runId: idSchema,
  key: z.string().max(400),
  repetition: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type GetAttemptInput = z.input<typeof getAttemptInput>;

const promptSchema = z.array(z.object({ role: z.string(), content: z.string() })).catch([]);
const metadataSchema = z.record(z.string(), z.unknown()).catch({});

/** One attempt with its case, its prompt as sent and its grades in the order of the run. */
export async function getAttempt(ctx: Context, input: GetAttemptInput) {
  const { runId, key, repetition } = parseInput(getAttemptInput, input);
  await refuseUnknownRun(ctx, runId);
  const storableKey = key.toWellFormed().replaceAll("\0", "");
  const [found, graders] = await Promise.all([
    findAttempt(ctx, runId, storableKey, repetition),
    db().runGrader.findMany({
      where: { runId, workspaceId: ctx.workspaceId },
      select: { graderVersionId: true, position: true },
    }),
  ]);
  if (found === null) {
    throw new AppError(
      "not-found",
      `This run has no attempt on the case "${key.slice(0, 80)}". It may not have had its turn yet, or it is not part of the version that was run.`,
    );
  }
  const { case: { datasetId, ...subject }, caseRevision: { metadata, ...revision }, grades, prompt, ...attempt } = found;
  const place = new Map(graders.map((grader) => [grader.graderVersionId, grader.position]));
  return {
    ...attempt,
    prompt: prompt === null ? null : promptSchema.parse(prompt),
    case: { ...subject, ...revision, datasetId, metadata: metadataSchema.parse(metadata) },
    grades: grades
      .map(({ graderVersion: { grader, ...version }, ...grade }) => ({ ...grade, grader: { ...grader, ...version } }))
      .sort((a, b) => (place.get(a.grader.versionId) ?? 0) - (place.get(b.grader.versionId) ?? 0)),
  };
}
