import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import type { GradeUsage } from "#lib/graders/grader-kind.ts";
import { type Graded, type OpenedGrader, openGrader } from "#lib/graders/open-grader.ts";
import { createPlainLimits } from "#lib/graders/services/calling/plain-limits.ts";
import { createServices } from "#lib/graders/services/create-services.ts";
import { addUsage } from "#lib/graders/services/usage.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { loadPreviewSubject } from "./changed-graders.ts";
import { graderChangeSchema } from "./grader-change.ts";
import type { FlipBatch } from "./preview-flips.ts";
import { createTally } from "./preview-flips.ts";
import { readSampledAnswers } from "./read-graded-answers.ts";

export const SAMPLE_ANSWERS = 20;
const TIME_LIMIT_MS = 120_000;

export const previewSampleInput = z.object({ runId: idSchema, change: graderChangeSchema });
export type PreviewSampleInput = z.input<typeof previewSampleInput>;

export type FlipSample = Omit<FlipBatch, "next"> & {
  /** What asking about the sample has cost; null is unknown. */
  costMicroUsd: number | null;
};

/**
 * What all graders of a change would say of 20 stored answers of a finished run. Graders that ask somebody are asked, and may cost
 * money; nothing is stored but embeddings.
 */
export async function previewSample(ctx: Context, input: PreviewSampleInput): Promise<FlipSample> {
  const { runId, change } = parseInput(previewSampleInput, input);
  const subject = await loadPreviewSubject(ctx, runId, change);
  const signal = AbortSignal.timeout(TIME_LIMIT_MS);
  const services = createServices(ctx, createPlainLimits(signal), { pinned: {}, at: ctx.now });
  const graders = subject.changed.map((changed) => ({ changed, grader: openGrader(changed.rule, services) }));
  const answers = await readSampledAnswers(ctx, { runId, size: SAMPLE_ANSWERS });
  const judged = await Promise.all(
    answers.map(async (answer) => ({
      answer,
      grades: await Promise.all(
        graders.map(async ({ changed, grader }) => ({
          changed,
          graded: await gradeInTime(grader, answer.input, signal),
        })),
      ),
    })),
  );
  const tally = createTally(subject);
  const usages: GradeUsage[] = [];
  for (const { answer, grades } of judged) {
    tally.add(answer, grades);
    usages.push(...grades.flatMap(({ graded }) => graded.usage ?? []));
  }
  return { looked: answers.length, costMicroUsd: addUsage(usages).costMicroUsd, ...tally.result() };
}

async function gradeInTime(
  grader: OpenedGrader,
  input: Parameters<OpenedGrader["grade"]>[0],
  signal: AbortSignal,
): Promise<Graded> {
  try {
    return await grader.grade(input, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    return { status: "unscored", reason: `There was no verdict within ${TIME_LIMIT_MS / 1_000} seconds.` };
  }
}
