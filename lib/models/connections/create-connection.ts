import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { newId } from "#lib/ids/new-id.ts";
import { refusingDuplicates } from "../refusing-duplicates.ts";
import { sealConnectionKey } from "./connection-key.ts";
import { type CreateConnectionInput, createConnectionInput } from "./connection-schema.ts";

/** Editors may connect servers that need no key; keys are an admin's. */
export async function createConnection(
  ctx: Context,
  input: CreateConnectionInput,
): Promise<{ id: string; name: string }> {
  requireRole(ctx, "editor", "create a connection");
  const { apiKey, ...fields } = parseInput(createConnectionInput, input);
  if (apiKey !== "") requireRole(ctx, "admin", "store a key");
  const id = newId();
  const sentence = `There is already a connection with the name "${fields.name}" in this workspace, perhaps an archived one. Choose another name.`;
  return refusingDuplicates("name", sentence, () =>
    db().$transaction(async (tx) => {
      const key = sealConnectionKey(apiKey, id);
      await tx.connection.create({ data: { id, workspaceId: ctx.workspaceId, ...fields, ...key } });
      await writeAudit(tx, ctx, {
        action: "connection.create",
        subjectType: "connection",
        subjectId: id,
        detail: { name: fields.name, baseUrl: fields.baseUrl, hasKey: key.sealedKey !== null },
      });
      return { id, name: fields.name };
    }),
  );
}
