import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { graderContentSchema } from "../content/grader-content.ts";
import { type ScoredPair, scoreExamples } from "./score-examples.ts";

const MAX_PAIRS = 500;
const MAX_CHARS = 20_000;

const textSchema = z.string().max(MAX_CHARS, "A text of a pair has at most 20,000 characters.");

export const scorePairsInput = z.object({
  grader: graderContentSchema.pick({ kind: true, config: true }),
  pairs: z
    .array(z.object({ expected: textSchema, output: textSchema, same: z.boolean() }))
    .min(2, "Enter at least two pairs.")
    .max(MAX_PAIRS, `At most ${MAX_PAIRS} pairs can be scored at once.`),
});
export type ScorePairsInput = z.input<typeof scorePairsInput>;

/** Scores typed pairs that a person has judged, to find a threshold for the grader. */
export async function scorePairs(ctx: Context, input: ScorePairsInput): Promise<ScoredPair[]> {
  requireRole(ctx, "editor", "score pairs with a grader");
  const { grader, pairs } = parseInput(scorePairsInput, input);
  return await scoreExamples(
    ctx,
    grader,
    pairs.map((pair) => ({ ...pair, input: null, metadata: {} })),
  );
}
