import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { noSuchDataset } from "#lib/datasets/revisions/lock-dataset.ts";
import { db } from "#lib/db/database.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";
import { actorNames } from "#lib/workspaces/actor-names.ts";
import type { Baseline } from "./baseline.ts";

const listBaselinesInput = pageInputSchema.extend({
  datasetId: idSchema,
  cursor: z
    .string()
    .regex(/^\d{1,9}$/, "The cursor does not belong to this list.")
    .nullish(),
});

const baselineSelect = {
  id: true,
  number: true,
  note: true,
  gateVerdict: true,
  waiver: true,
  approvedAt: true,
  approvedBy: true,
  run: {
    select: {
      id: true,
      number: true,
      modelVersion: { select: { number: true, model: { select: { name: true } } } },
    },
  },
} as const satisfies Prisma.BaselineSelect;

/** The approved baselines of a dataset, the newest first; that one is in force. */
export async function listBaselines(
  ctx: Context,
  input: z.input<typeof listBaselinesInput>,
): Promise<Page<Baseline>> {
  const { datasetId, cursor, limit } = parseInput(listBaselinesInput, input);
  const dataset = await db().dataset.findFirst({
    where: { id: datasetId, workspaceId: ctx.workspaceId },
    select: {
      baselines: {
        where: cursor ? { number: { lt: Number(cursor) } } : {},
        orderBy: { number: "desc" },
        take: limit + 1,
        select: baselineSelect,
      },
    },
  });
  if (dataset === null) throw noSuchDataset();
  const nameOf = await actorNames(
    ctx,
    dataset.baselines.map(({ approvedBy }) => approvedBy),
  );
  return toPage(
    dataset.baselines,
    limit,
    ({ number }) => String(number),
    ({ run: { modelVersion, ...run }, ...row }) => ({
      ...row,
      approvedBy: nameOf(row.approvedBy),
      run: { ...run, model: modelVersion.model.name, modelVersion: modelVersion.number },
    }),
  );
}
