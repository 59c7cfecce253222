import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { insertGrader } from "../content/insert-grader.ts";
import { parseGraderContent } from "../content/parse-grader-content.ts";
import { conflictWhenTaken } from "../content/unique-violation.ts";
import { graderKind } from "../registry.ts";
import { lockDataset, replaceDatasetGraders } from "../set-dataset-graders.ts";
import { freeName } from "./free-name.ts";
import { loadGraderProposals } from "./load-grader-proposals.ts";

export const adoptProposedGradersInput = z.object({ datasetId: idSchema });
export type AdoptProposedGradersInput = z.input<typeof adoptProposedGradersInput>;

/** Creates the graders that are proposed for a dataset and makes them its graders. Refuses when it has graders already. */
export async function adoptProposedGraders(
  ctx: Context,
  input: AdoptProposedGradersInput,
): Promise<{ graderIds: string[] }> {
  requireRole(ctx, "editor", "create graders");
  const { datasetId } = parseInput(adoptProposedGradersInput, input);
  const proposals = await loadGraderProposals(ctx, { datasetId });
  if (proposals.length === 0) {
    throw new AppError(
      "conflict",
      "No case of this dataset has an expected value, so there is nothing to propose.",
    );
  }
  const scope = { workspaceId: ctx.workspaceId };
  return db()
    .$transaction(async (tx) => {
      const dataset = await lockDataset(tx, ctx, datasetId);
      const has = await tx.datasetGrader.count({
        where: { ...scope, datasetId, grader: { archivedAt: null } },
      });
      if (has > 0)
        throw new AppError("conflict", "This dataset has graders already. Choose among them instead.");
      const graders = await tx.grader.findMany({ where: scope, select: { name: true } });
      const taken = new Set(graders.map((grader) => grader.name));
      const graderIds: string[] = [];
      for (const { name: wanted, reason: _reason, ...proposal } of proposals) {
        const name = freeName(wanted, dataset.name, taken);
        const kind = graderKind(proposal.kind);
        const content = parseGraderContent({
          kind: proposal.kind,
          config: proposal.config ?? Object(kind.defaults),
          direction: kind.direction,
          threshold: proposal.threshold ?? kind.defaultThreshold,
          weight: proposal.weight ?? 1,
          critical: false,
        });
        graderIds.push((await insertGrader(tx, ctx, name, content)).id);
        taken.add(name);
      }
      await replaceDatasetGraders(tx, ctx, datasetId, graderIds);
      return { graderIds };
    })
    .catch(conflictWhenTaken("Somebody created a grader of the same name at this moment. Try again."));
}
