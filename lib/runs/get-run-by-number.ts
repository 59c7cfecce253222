import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { getRun, type RunDetail } from "./get-run.ts";

/** The largest that the database's integers hold. */
const getRunByNumberInput = z.object({ number: z.int().min(1).max(2_147_483_647) });

/** The run that pages call by this number. @throws AppError not-found when the workspace has none. */
export async function getRunByNumber(
  ctx: Context,
  input: z.input<typeof getRunByNumberInput>,
): Promise<RunDetail> {
  const { number } = parseInput(getRunByNumberInput, input);
  const found = await db().run.findUnique({
    where: { workspaceId_number: { workspaceId: ctx.workspaceId, number } },
    select: { id: true },
  });
  if (found === null) throw new AppError("not-found", `There is no run ${number} in this workspace.`);
  return await getRun(ctx, { runId: found.id });
}
