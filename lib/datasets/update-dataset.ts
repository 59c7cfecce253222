import type { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { datasetDetailsSchema } from "./dataset-details.ts";
import { refuseTakenName } from "./refuse-taken-name.ts";
import { lockDataset } from "./revisions/lock-dataset.ts";

export const updateDatasetInput = datasetDetailsSchema.extend({ datasetId: idSchema });
export type UpdateDatasetInput = z.input<typeof updateDatasetInput>;

/** Renames and describes. Runs and versions point at the dataset's id, so its name may change at any time. */
export async function updateDataset(
  ctx: Context,
  input: UpdateDatasetInput,
): Promise<{ id: string; name: string }> {
  requireRole(ctx, "editor", "change a dataset");
  const { datasetId, name, description } = parseInput(updateDatasetInput, input);
  return await refuseTakenName(name, () =>
    db().$transaction(async (tx) => {
      const before = await lockDataset(tx, ctx, datasetId);
      await tx.dataset.update({ where: { id: datasetId }, data: { name, description } });
      await writeAudit(tx, ctx, {
        action: "dataset.update",
        subjectType: "dataset",
        subjectId: datasetId,
        detail: { name, previousName: before.name },
      });
      return { id: datasetId, name };
    }),
  );
}
