import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { db, type Transaction } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { checkReferences } from "../content/check-references.ts";
import { insertGrader } from "../content/insert-grader.ts";
import { type GraderContent, parseGraderContent } from "../content/parse-grader-content.ts";
import { conflictWhenTaken } from "../content/unique-violation.ts";
import { graderKind } from "../registry.ts";
import { lockDataset, replaceDatasetGraders } from "../set-dataset-graders.ts";
import { freeName } from "./free-name.ts";
import { loadGraderProposals } from "./load-grader-proposals.ts";
import type { GraderProposal } from "./proposal.ts";

export const adoptProposedGradersInput = z.object({
  datasetId: idSchema,
  /** The kinds of the proposals to adopt; without them, all that cost nothing. */
  kinds: z.array(z.string().max(60)).min(1).max(20).optional(),
});
export type AdoptProposedGradersInput = z.input<typeof adoptProposedGradersInput>;

/** Creates graders that are proposed for a dataset, and puts them behind the graders that it has. None is adopted twice. */
export async function adoptProposedGraders(
  ctx: Context,
  input: AdoptProposedGradersInput,
): Promise<{ graderIds: string[] }> {
  requireRole(ctx, "editor", "create graders");
  const { datasetId, kinds } = parseInput(adoptProposedGradersInput, input);
  const proposed = await loadGraderProposals(ctx, { datasetId, cost: kinds === undefined ? "free" : "paid" });
  const proposals = proposed.filter(({ kind }) => kinds?.includes(kind) ?? true);
  if (proposals.length === 0) {
    throw new AppError(
      "conflict",
      kinds === undefined
        ? "This dataset has no cases yet, so there is nothing to propose."
        : "This is not proposed any more: the cases have changed. Reload the page.",
    );
  }
  const contents = proposals.map((proposal) => ({ name: proposal.name, content: contentOf(proposal) }));
  for (const { content } of contents) await checkReferences(ctx, content);
  return await db()
    .$transaction(async (tx) => {
      const dataset = await lockDataset(tx, ctx, datasetId);
      const chosen = await chosenGraders(tx, ctx, datasetId);
      const fresh = contents.filter(({ content }) => !chosen.some(({ kind }) => kind === content.kind));
      if (fresh.length === 0 || (kinds === undefined && chosen.length > 0))
        throw new AppError("conflict", "This dataset has graders already. Choose among them instead.");
      const graders = await tx.grader.findMany({
        where: { workspaceId: ctx.workspaceId },
        select: { name: true },
      });
      const taken = new Set(graders.map((grader) => grader.name));
      const graderIds: string[] = [];
      for (const { name: wanted, content } of fresh) {
        const name = freeName(wanted, dataset.name, taken);
        graderIds.push((await insertGrader(tx, ctx, name, content)).id);
        taken.add(name);
      }
      await replaceDatasetGraders(tx, ctx, datasetId, [...chosen.map(({ id }) => id), ...graderIds]);
      return { graderIds };
    })
    .catch(conflictWhenTaken("Somebody created a grader of the same name at this moment. Try again."));
}

/** The content that a proposal stands for. Throws `invalid` when its kind does not take it. */
export function contentOf(proposal: GraderProposal): GraderContent {
  const kind = graderKind(proposal.kind);
  return parseGraderContent({
    kind: kind.kind,
    config: { ...Object(kind.defaults), ...proposal.config },
    direction: kind.direction,
    threshold: proposal.threshold ?? kind.defaultThreshold,
    weight: proposal.weight,
    critical: false,
  });
}

/** In the dataset's order. */
async function chosenGraders(
  tx: Transaction,
  ctx: Context,
  datasetId: string,
): Promise<{ id: string; kind: string | null }[]> {
  const rows = await tx.datasetGrader.findMany({
    where: { workspaceId: ctx.workspaceId, datasetId, grader: { archivedAt: null } },
    orderBy: { position: "asc" },
    select: {
      grader: {
        select: { id: true, versions: { orderBy: { number: "desc" }, take: 1, select: { kind: true } } },
      },
    },
  });
  return rows.map(({ grader: { id, versions } }) => ({ id, kind: versions[0]?.kind ?? null }));
}
