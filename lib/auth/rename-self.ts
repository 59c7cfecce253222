import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { personNameSchema } from "./person-name-schema.ts";
import { requirePerson } from "./require-person.ts";

export const renameSelfInput = z.object({ name: personNameSchema });
export type RenameSelfInput = z.input<typeof renameSelfInput>;

/** The name that others see beside what this person did, in every workspace. */
export async function renameSelf(ctx: Context, input: RenameSelfInput): Promise<{ name: string }> {
  const { name } = parseInput(renameSelfInput, input);
  const { id } = await requirePerson(ctx);
  await db().$transaction(async (tx) => {
    await tx.user.update({ where: { id }, data: { name } });
    await writeAudit(tx, ctx, {
      action: "user.rename",
      subjectType: "user",
      subjectId: id,
      detail: { name },
    });
  });
  return { name };
}
