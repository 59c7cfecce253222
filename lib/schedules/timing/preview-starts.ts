import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { cronProblem, isTimeZone, nextStarts, normaliseCron } from "./cron.ts";

const shownStarts = 3;

const previewStartsInput = z.object({
  cron: z.string().max(200, "A cron expression has at most 200 characters.").transform(normaliseCron),
  timeZone: z.string().max(100).refine(isTimeZone, "Choose a time zone from the list."),
});
export type PreviewStartsInput = z.input<typeof previewStartsInput>;

/** The next starts that a schedule would have, for its form. */
export function previewStarts(ctx: Context, input: PreviewStartsInput): Date[] {
  const { cron, timeZone } = parseInput(previewStartsInput, input);
  const problem = cronProblem(cron, ctx.now);
  if (problem !== null) throw new AppError("invalid", problem, { cron: problem });
  return nextStarts(cron, timeZone, ctx.now, shownStarts);
}
