import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";

const listModelsInput = pageInputSchema.extend({
  cursor: idSchema.nullish(),
  archived: z.boolean().default(false),
  /** Part of a name, in any case. */
  search: z.string().trim().max(200).default(""),
});
export type ListModelsInput = z.input<typeof listModelsInput>;

const latestVersionSelect = {
  id: true,
  number: true,
  provider: true,
  providerModel: true,
  builtInKind: true,
  inputPrice: true,
  outputPrice: true,
  createdAt: true,
  connection: { select: { id: true, name: true } },
} as const;

/** Newest first, each with the facts of its latest version. */
export async function listModels(ctx: Context, input: ListModelsInput = {}): Promise<Page<ModelListItem>> {
  const { cursor, limit, archived, search } = parseInput(listModelsInput, input);
  const rows = await findModels(
    {
      workspaceId: ctx.workspaceId,
      archivedAt: archived ? { not: null } : null,
      ...(cursor ? { id: { lt: cursor } } : {}),
      ...(search ? { name: { contains: escapePattern(search), mode: "insensitive" as const } } : {}),
    },
    limit + 1,
  );
  return toPage(rows, limit, (row) => row.id, toItem);
}

export type ModelListItem = ReturnType<typeof toItem>;
type Row = Awaited<ReturnType<typeof findModels>>[number];

function toItem({ versions, ...model }: Row) {
  return { ...model, latest: versions[0] ?? null };
}

function findModels(where: Prisma.ModelWhereInput, take: number) {
  return db().model.findMany({
    where,
    orderBy: { id: "desc" },
    take,
    select: {
      id: true,
      name: true,
      createdAt: true,
      archivedAt: true,
      versions: { orderBy: { number: "desc" }, take: 1, select: latestVersionSelect },
    },
  });
}

/** Prisma hands these on to LIKE as they are. */
function escapePattern(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
