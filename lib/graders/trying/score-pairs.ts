import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { checkReferences } from "../content/check-references.ts";
import { graderContentSchema } from "../content/grader-content.ts";
import { parseGraderConfig } from "../content/parse-grader-content.ts";
import { openGrader } from "../open-grader.ts";
import { graderKind } from "../registry.ts";
import { createPlainLimits } from "../services/calling/plain-limits.ts";
import { createServices } from "../services/create-services.ts";

const MAX_PAIRS = 500;
const MAX_CHARS = 20_000;
const TIME_LIMIT_MS = 120_000;

const textSchema = z.string().max(MAX_CHARS, "A text of a pair has at most 20,000 characters.");

export const scorePairsInput = z.object({
  grader: graderContentSchema.pick({ kind: true, config: true }),
  pairs: z
    .array(z.object({ expected: textSchema, output: textSchema, same: z.boolean() }))
    .min(2, "Enter at least two pairs.")
    .max(MAX_PAIRS, `At most ${MAX_PAIRS} pairs can be scored at once.`),
});
export type ScorePairsInput = z.input<typeof scorePairsInput>;

/** `score` is null where the grader could not judge, for the reason given. */
export type ScoredPair = { score: number | null; same: boolean; reason: string };

/** Scores labelled pairs with a grader that may not be saved yet, to find its threshold. Stores nothing but cached embeddings. */
export async function scorePairs(ctx: Context, input: ScorePairsInput): Promise<ScoredPair[]> {
  requireRole(ctx, "editor", "score pairs with a grader");
  const { grader, pairs } = parseInput(scorePairsInput, input);
  const kind = graderKind(grader.kind);
  const config = parseGraderConfig(kind, grader.config);
  await checkReferences(ctx, { kind: grader.kind, config });
  const signal = AbortSignal.timeout(TIME_LIMIT_MS);
  const services = createServices(ctx, createPlainLimits(signal), ctx.now);
  const rule = { kind: grader.kind, config, direction: kind.direction, threshold: kind.defaultThreshold };
  const opened = openGrader(rule, services);
  const scored: ScoredPair[] = [];
  for (const { expected, output, same } of pairs) {
    const graded = await Promise.resolve(
      opened.grade({ input: null, expected, output, metadata: {} }, signal),
    ).catch((error: unknown) => {
      if (!signal.aborted) throw error;
      return { status: "unscored" as const, reason: "There was no time left for this pair." };
    });
    scored.push({ score: graded.status === "scored" ? graded.score : null, same, reason: graded.reason });
  }
  return scored;
}
