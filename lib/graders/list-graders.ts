import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";
import { type GraderSummary, graderSummarySelect, toGraderSummary } from "./content/grader-summary.ts";

export const listGradersInput = pageInputSchema.extend({ archived: z.boolean().default(false) });
export type ListGradersInput = z.input<typeof listGradersInput>;

export type ListedGrader = GraderSummary & { datasets: { id: string; name: string }[] };

/** The graders of the workspace in the order of their names, with the datasets whose new runs start with them. */
export async function listGraders(ctx: Context, input: ListGradersInput = {}): Promise<Page<ListedGrader>> {
  const { archived, cursor, limit } = parseInput(listGradersInput, input);
  const rows = await db().grader.findMany({
    where: {
      workspaceId: ctx.workspaceId,
      archivedAt: archived ? { not: null } : null,
      ...(cursor ? { name: { gt: cursor } } : {}),
    },
    orderBy: { name: "asc" },
    take: limit + 1,
    select: {
      ...graderSummarySelect,
      datasets: {
        where: { dataset: { archivedAt: null } },
        orderBy: { dataset: { name: "asc" } },
        select: { dataset: { select: { id: true, name: true } } },
      },
    },
  });
  const page = toPage(
    rows,
    limit,
    (row) => row.name,
    (row) => row,
  );
  return {
    nextCursor: page.nextCursor,
    items: page.items.flatMap(({ datasets, ...grader }) => {
      const summary = toGraderSummary(grader);
      return summary === null ? [] : [{ ...summary, datasets: datasets.map(({ dataset }) => dataset) }];
    }),
  };
}
