import type { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { newId } from "#lib/ids/new-id.ts";
import { datasetDetailsSchema } from "./dataset-details.ts";
import { refuseTakenName } from "./refuse-taken-name.ts";

export const createDatasetInput = datasetDetailsSchema;
export type CreateDatasetInput = z.input<typeof createDatasetInput>;

export async function createDataset(
  ctx: Context,
  input: CreateDatasetInput,
): Promise<{ id: string; name: string }> {
  requireRole(ctx, "editor", "create a dataset");
  const { name, description } = parseInput(createDatasetInput, input);
  const id = newId();
  return await refuseTakenName(name, () =>
    db().$transaction(async (tx) => {
      await tx.dataset.create({ data: { id, workspaceId: ctx.workspaceId, name, description } });
      await writeAudit(tx, ctx, {
        action: "dataset.create",
        subjectType: "dataset",
        subjectId: id,
        detail: { name },
      });
      return { id, name };
    }),
  );
}
