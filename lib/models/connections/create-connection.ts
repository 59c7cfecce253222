import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { newId } from "#lib/ids/new-id.ts";
import { refusingDuplicates } from "../refusing-duplicates.ts";
import { sealConnectionKey } from "./connection-key.ts";
import { type CreateConnectionInput, createConnectionInput } from "./connection-schema.ts";
import { refuseKind, refuseMissingKey } from "./kinds/refuse-kind.ts";
import { completeSecretHeaders, sealSecretHeaders } from "./secret-headers.ts";

/** Editors may connect servers that need no key; keys and programs are an admin's. */
export async function createConnection(
  ctx: Context,
  input: CreateConnectionInput,
): Promise<{ id: string; name: string }> {
  requireRole(ctx, "editor", "create a connection");
  const { apiKey, secretHeaders, ...fields } = parseInput(createConnectionInput, input);
  refuseKind(ctx, fields.kind);
  if (apiKey !== "" || secretHeaders.length > 0) requireRole(ctx, "admin", "store a key");
  refuseMissingKey(fields.kind, apiKey !== "");
  const id = newId();
  const sentence = `There is already a connection with the name "${fields.name}" in this workspace, perhaps an archived one. Choose another name.`;
  const key = sealConnectionKey(apiKey, id);
  const sealedHeaders = sealSecretHeaders(completeSecretHeaders(secretHeaders, {}), id);
  return refusingDuplicates("name", sentence, () =>
    db().$transaction(async (tx) => {
      const data = { id, workspaceId: ctx.workspaceId, ...fields, ...key, sealedHeaders };
      await tx.connection.create({ data });
      await writeAudit(tx, ctx, {
        action: "connection.create",
        subjectType: "connection",
        subjectId: id,
        detail: {
          name: fields.name,
          kind: fields.kind,
          baseUrl: fields.baseUrl,
          hasKey: key.sealedKey !== null,
        },
      });
      return { id, name: fields.name };
    }),
  );
}
