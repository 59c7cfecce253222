import type { Context } from "#lib/context/context.ts";
import type { Board } from "#lib/decisions/board/board-schema.ts";
import { weighModels } from "#lib/decisions/board/weigh-models.ts";
import { listUnderWay } from "#lib/decisions/next-run/list-under-way.ts";
import type { RunUnderWay } from "#lib/decisions/next-run/next-run.ts";
import type { QuestionInput } from "#lib/decisions/question/question-schema.ts";
import { AppError } from "#lib/errors/app-error.ts";

type Weighed = { board: Board; underWay: RunUnderWay[]; problem: null } | { board: null; problem: string };

/** The board with the runs under way, or why there is none: a run that was chosen by hand may not have ended yet. */
export async function weighOrSay(ctx: Context, question: QuestionInput): Promise<Weighed> {
  try {
    const underWay = await listUnderWay(ctx, question.datasetId);
    return { board: await weighModels(ctx, question), underWay, problem: null };
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict")
      return { board: null, problem: error.message };
    throw error;
  }
}
