import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { checkReferences } from "../content/check-references.ts";
import { graderContentSchema } from "../content/grader-content.ts";
import { parseGraderConfig } from "../content/parse-grader-content.ts";
import type { GradeInput } from "../grader-kind.ts";
import { isPlainObject } from "../json/leaf-fields.ts";
import { type Graded, openGrader } from "../open-grader.ts";
import { graderKind } from "../registry.ts";
import { createPlainLimits } from "../services/calling/plain-limits.ts";
import { createServices } from "../services/create-services.ts";
import { attemptFactsSchema } from "./attempt-facts-schema.ts";

const MAX_OUTPUT_CHARS = 200_000;
const MAX_CASES = 10;
const TIME_LIMIT_MS = 60_000;

const outputSchema = z
  .string()
  .max(MAX_OUTPUT_CHARS, "To try a grader, an answer has at most 200,000 characters.");

export const tryGraderInput = z.object({
  grader: graderContentSchema.pick({ kind: true, config: true, direction: true, threshold: true }),
  on: z.discriminatedUnion("type", [
    z.object({
      type: z.literal("example"),
      input: z.unknown(),
      expected: z.unknown(),
      output: outputSchema,
      metadata: z.record(z.string(), z.unknown(), "The metadata is not a JSON object.").default({}),
      attempt: attemptFactsSchema.optional(),
    }),
    z.object({
      type: z.literal("cases"),
      cases: z
        .array(z.object({ caseId: idSchema, output: outputSchema }))
        .min(1)
        .max(MAX_CASES),
    }),
  ]),
});
export type TryGraderInput = z.input<typeof tryGraderInput>;

/** One grade for a typed example, or one for each case in the order in which they were given. */
export type TriedGrade = { caseId: string | null; graded: Graded };

/** Runs a grader that may not be saved yet on typed answers. Stores nothing. One that calls somebody is an editor's: it may cost money. */
export async function tryGrader(ctx: Context, input: TryGraderInput): Promise<TriedGrade[]> {
  requireRole(ctx, "viewer", "try a grader");
  const { grader, on } = parseInput(tryGraderInput, input);
  const kind = graderKind(grader.kind);
  const config = parseGraderConfig(kind, grader.config);
  if (kind.execution === "remote") {
    requireRole(ctx, "editor", "try a grader that calls somebody");
    await checkReferences(ctx, { kind: grader.kind, config });
  }
  const signal = AbortSignal.timeout(TIME_LIMIT_MS);
  const services = createServices(ctx, createPlainLimits(signal), { pinned: {}, at: ctx.now });
  const { grade: gradeOne } = openGrader({ ...grader, config }, services);
  const grade = async (answer: GradeInput): Promise<Graded> => {
    try {
      return await gradeOne(answer, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      return { status: "unscored", reason: `There was no verdict within ${TIME_LIMIT_MS / 1_000} seconds.` };
    }
  };
  if (on.type === "example") {
    const { type: _, ...answer } = on;
    return [
      { caseId: null, graded: await grade({ ...answer, input: answer.input, expected: answer.expected }) },
    ];
  }
  const contents = await loadCases(
    ctx,
    on.cases.map(({ caseId }) => caseId),
  );
  return await Promise.all(
    on.cases.map(async ({ caseId, output }) => {
      const content = contents.get(caseId);
      if (content === undefined)
        throw new AppError("not-found", "One of the cases does not exist in this workspace.");
      return { caseId, graded: await grade({ ...content, output }) };
    }),
  );
}

async function loadCases(ctx: Context, caseIds: string[]) {
  const rows = await db().caseRevision.findMany({
    where: { workspaceId: ctx.workspaceId, caseId: { in: caseIds }, isHead: true },
    select: { caseId: true, input: true, expected: true, metadata: true },
  });
  return new Map(
    rows.map(({ caseId, ...row }) => [
      caseId,
      { ...row, metadata: isPlainObject(row.metadata) ? row.metadata : {} },
    ]),
  );
}
