import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { loadRunOutcomes } from "#lib/outcomes/load-run-outcomes.ts";
import { loadVersionCases } from "#lib/outcomes/load-version-cases.ts";
import { noSuchRun } from "#lib/runs/no-such-run.ts";
import { type GraderGrid, type GridColumn, graderGrid } from "./grader-grid.ts";

const loadGraderGridInput = z.object({ runId: idSchema });

export type LoadedGrid = { run: { id: string; number: number }; grid: GraderGrid };

/**
 * Every grader in every slice of a run, computed from its outcomes when somebody asks.
 *
 * @throws AppError not-found when the run is missing or in another workspace.
 */
export async function loadGraderGrid(
  ctx: Context,
  input: z.input<typeof loadGraderGridInput>,
): Promise<LoadedGrid> {
  const { runId } = parseInput(loadGraderGridInput, input);
  const run = await db().run.findFirst({
    where: { id: runId, workspaceId: ctx.workspaceId },
    select: {
      id: true,
      number: true,
      graders: {
        orderBy: { position: "asc" },
        select: { graderVersion: { select: { id: true, number: true, grader: { select: { name: true } } } } },
      },
    },
  });
  const [outcomes] = run === null ? [] : await loadRunOutcomes(ctx, [runId]);
  if (run === null || outcomes === undefined) throw noSuchRun();
  const version = await loadVersionCases(ctx, outcomes.datasetVersionId);
  const columns: GridColumn[] = [
    { graderVersionId: null, name: "Verdict", version: null },
    ...run.graders.map(({ graderVersion: { id, number, grader } }) => ({
      graderVersionId: id,
      name: grader.name,
      version: number,
    })),
  ];
  return { run: { id: run.id, number: run.number }, grid: graderGrid({ outcomes, version }, columns) };
}
