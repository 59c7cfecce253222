import type { Context } from "#lib/context/context.ts";
import { checkReferences } from "../content/check-references.ts";
import { parseGraderConfig } from "../content/parse-grader-content.ts";
import type { GradeInput } from "../grader-kind.ts";
import { openGrader } from "../open-grader.ts";
import { graderKind } from "../registry.ts";
import { createPlainLimits } from "../services/calling/plain-limits.ts";
import { createServices } from "../services/create-services.ts";

const TIME_LIMIT_MS = 120_000;

/** `same`: a person says that the answer is right. */
export type LabelledExample = GradeInput & { same: boolean };

/** `score` is null where the grader could not judge, for the reason given. */
export type ScoredPair = { score: number | null; same: boolean; reason: string };

/** Scores answers that people have judged with a grader that may not be saved yet, one after the other. Stores nothing but cached embeddings. */
export async function scoreExamples(
  ctx: Context,
  grader: { kind: string; config: unknown },
  examples: readonly LabelledExample[],
): Promise<ScoredPair[]> {
  const kind = graderKind(grader.kind);
  const config = parseGraderConfig(kind, grader.config);
  await checkReferences(ctx, { kind: grader.kind, config });
  const signal = AbortSignal.timeout(TIME_LIMIT_MS);
  const services = createServices(ctx, createPlainLimits(signal), { pinned: {}, at: ctx.now });
  const rule = { kind: grader.kind, config, direction: kind.direction, threshold: kind.defaultThreshold };
  const opened = openGrader(rule, services);
  const scored: ScoredPair[] = [];
  for (const { same, ...attempt } of examples) {
    const graded = await Promise.resolve(opened.grade(attempt, signal)).catch((error: unknown) => {
      if (!signal.aborted) throw error;
      return { status: "unscored" as const, reason: "There was no time left for this answer." };
    });
    scored.push({ score: graded.status === "scored" ? graded.score : null, same, reason: graded.reason });
  }
  return scored;
}
