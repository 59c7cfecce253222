import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { chatMessagesSchema, toolCallsSchema } from "#lib/providers/message-schema.ts";
import { messageText } from "#lib/providers/message-text.ts";
import { refuseUnknownRun } from "./no-such-run.ts";

export const getAttemptInput = z.object({
  runId: idSchema,
  key: z.string().max(400),
  repetition: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type GetAttemptInput = z.input<typeof getAttemptInput>;

const attemptSelect = {
  repetition: true,
  outcome: true,
  verdict: true,
  output: true,
  toolCalls: true,
  prompt: true,
  finishReason: true,
  servedModel: true,
  providerRequestId: true,
  latencyMs: true,
  timeToFirstTokenMs: true,
  promptTokens: true,
  completionTokens: true,
  cachedTokens: true,
  reasoningTokens: true,
  costMicroUsd: true,
  fromCache: true,
  seed: true,
  errorClass: true,
  errorCode: true,
  errorMessage: true,
  tries: true,
  startedAt: true,
  finishedAt: true,
  case: { select: { id: true, key: true, position: true, datasetId: true } },
  caseRevision: { select: { input: true, expected: true, tags: true, split: true, metadata: true } },
  grades: {
    select: {
      status: true,
      score: true,
      passed: true,
      reason: true,
      detail: true,
      usage: true,
      graderVersion: {
        select: {
          id: true,
          number: true,
          kind: true,
          direction: true,
          threshold: true,
          weight: true,
          critical: true,
          grader: { select: { id: true, name: true } },
        },
      },
    },
  },
} as const satisfies Prisma.AttemptSelect;

type Found = Prisma.AttemptGetPayload<{ select: typeof attemptSelect }>;

/** One attempt with its case, its prompt as sent, its grades in the order of the run, and the verdicts of all attempts at the case. */
export type AttemptDetail = ReturnType<typeof toDetail> & {
  repetitions: { repetition: number; verdict: Found["verdict"] }[];
};
export type AttemptGrade = AttemptDetail["grades"][number];

export async function getAttempt(ctx: Context, input: GetAttemptInput): Promise<AttemptDetail> {
  const { runId, key, repetition } = parseInput(getAttemptInput, input);
  await refuseUnknownRun(ctx, runId);
  const scope = { runId, workspaceId: ctx.workspaceId };
  const caseKey = key.toWellFormed().replaceAll("\0", "");
  const [found, graders, repetitions] = await Promise.all([
    db().attempt.findFirst({
      where: { ...scope, repetition, case: { key: caseKey } },
      select: attemptSelect,
    }),
    db().runGrader.findMany({
      where: scope,
      orderBy: { position: "asc" },
      select: { graderVersionId: true },
    }),
    db().attempt.findMany({
      where: { ...scope, case: { key: caseKey } },
      orderBy: { repetition: "asc" },
      select: { repetition: true, verdict: true },
    }),
  ]);
  if (found === null) {
    throw new AppError(
      "not-found",
      `This run has no answer for the case "${key.slice(0, 80)}". Its turn may not have come yet, or the version that was run does not have it.`,
    );
  }
  const detail = toDetail(
    found,
    graders.map((grader) => grader.graderVersionId),
  );
  return { ...detail, repetitions };
}

const promptSchema = chatMessagesSchema
  .transform((messages) => messages.map((message) => ({ role: message.role, content: messageText(message) })))
  .catch([]);
const storedCallsSchema = toolCallsSchema.nullable().catch(null);
const metadataSchema = z.record(z.string(), z.unknown()).catch({});

function toDetail(
  { case: subject, caseRevision, grades, prompt, toolCalls, ...attempt }: Found,
  order: readonly string[],
) {
  return {
    ...attempt,
    prompt: promptSchema.parse(prompt ?? []),
    toolCalls: storedCallsSchema.parse(toolCalls),
    case: { ...subject, ...caseRevision, metadata: metadataSchema.parse(caseRevision.metadata) },
    grades: grades
      .map(({ graderVersion: { grader, ...version }, ...grade }) => ({
        ...grade,
        grader: { ...version, versionId: version.id, id: grader.id, name: grader.name },
      }))
      .sort((a, b) => order.indexOf(a.grader.versionId) - order.indexOf(b.grader.versionId)),
  };
}
