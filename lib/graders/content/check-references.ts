import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { graderKind } from "../registry.ts";
import { embeddingConnectionKinds } from "../services/calling/embedding-connection-kinds.ts";

/**
 * Refuses a configuration that leaves out what it cannot work without, or names a model, connection or secret that this workspace does
 * not have. The services that use them look again, in the workspace of the run.
 */
export async function checkReferences(
  ctx: Context,
  content: { kind: string; config: unknown },
): Promise<void> {
  const references = graderKind(content.kind).references?.(content.config);
  if (references === undefined) return;
  const { modelVersionIds = [], connectionIds = [], secretIds = [], missing = {} } = references;
  refuseMissing(missing);
  const scope = { workspaceId: ctx.workspaceId };
  const [versions, connections, secrets] = await Promise.all([
    modelVersionIds.length === 0
      ? []
      : db().modelVersion.findMany({
          where: { ...scope, id: { in: [...modelVersionIds] } },
          select: { id: true, connectionId: true },
        }),
    connectionIds.length === 0
      ? []
      : db().connection.findMany({
          where: { ...scope, id: { in: [...connectionIds] }, archivedAt: null },
          select: { id: true, kind: true },
        }),
    secretIds.length === 0
      ? []
      : db().signingSecret.findMany({
          where: { ...scope, id: { in: [...secretIds] } },
          select: { id: true },
        }),
  ]);
  if (versions.length < modelVersionIds.length)
    throw refusal(
      "judges",
      "A model that should judge does not exist in this workspace. Choose another one.",
    );
  if (versions.some(({ connectionId }) => connectionId === null))
    throw refusal(
      "judges",
      "A built-in model or recorded answers cannot judge. Choose a model behind a connection.",
    );
  if (connections.length < connectionIds.length)
    throw refusal(
      "connectionId",
      "The connection does not exist in this workspace, or is archived. Choose another one.",
    );
  if (connections.some(({ kind }) => embeddingConnectionKinds.every((known) => known !== kind)))
    throw refusal(
      "connectionId",
      "This connection has no embeddings endpoint. Choose an OpenAI-compatible one.",
    );
  if (secrets.length < secretIds.length)
    throw refusal("secretId", "The signing secret does not exist in this workspace. Make a new one.");
}

function refuseMissing(missing: Readonly<Record<string, string>>): void {
  const fields = Object.fromEntries(
    Object.entries(missing).map(([field, message]) => [`config.${field}`, message]),
  );
  const [message] = Object.values(fields);
  if (message !== undefined) throw new AppError("invalid", message, fields);
}

function refusal(field: string, message: string): AppError {
  return new AppError("invalid", message, { [`config.${field}`]: message });
}
