import type { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { refusingDuplicates } from "../refusing-duplicates.ts";
import { sealConnectionKey } from "./connection-key.ts";
import { type UpdateConnectionInput, updateConnectionInput } from "./connection-schema.ts";
import { connectionNotFound } from "./get-connection.ts";
import { refuseKind, refuseMissingKey } from "./kinds/refuse-kind.ts";
import { completeSecretHeaders, openSecretHeaders, sealSecretHeaders } from "./secret-headers.ts";

type Update = z.output<typeof updateConnectionInput>;
type Stored = { kind: string; baseUrl: string; sealedKey: string | null; sealedHeaders: string | null };

/**
 * An empty key keeps the stored one, except with a new base URL: then the key must be entered again or removed,
 * so that a stored key is never sent to a host it was not entered for. The same holds for secret headers.
 */
export async function updateConnection(ctx: Context, input: UpdateConnectionInput): Promise<{ id: string }> {
  requireRole(ctx, "editor", "change a connection");
  const update = parseInput(updateConnectionInput, input);
  refuseKind(ctx, update.kind);
  if (update.apiKey !== "" || update.removeKey) requireRole(ctx, "admin", "change the key of a connection");
  const { connectionId: id, apiKey, removeKey, secretHeaders, ...fields } = update;
  const sentence = `There is already a connection with the name "${fields.name}" in this workspace, perhaps an archived one. Choose another name.`;

  return refusingDuplicates("name", sentence, () =>
    db().$transaction(async (tx) => {
      const stored = await tx.connection.findFirst({
        where: { id, workspaceId: ctx.workspaceId },
        select: { kind: true, baseUrl: true, sealedKey: true, sealedHeaders: true },
      });
      if (stored === null) throw connectionNotFound();
      refuseOtherKind(stored, update);
      refuseKeyOnNewHost(stored, update);
      refuseMissingKey(update.kind, apiKey !== "" || (stored.sealedKey !== null && !removeKey));
      const sealedHeaders = headersOf(ctx, stored, update);
      // The base URL and the secrets that were decided on are part of the condition: of two changes at once, one is refused.
      const { count } = await tx.connection.updateMany({
        where: { id, workspaceId: ctx.workspaceId, archivedAt: null, ...stored },
        data: { ...fields, ...keyChange(update), sealedHeaders },
      });
      if (count === 0) throw changedMeanwhile();
      const { name, baseUrl, maxConcurrency, requestsPerMinute, tokensPerMinute, timeoutSeconds } = fields;
      const limits = { maxConcurrency, requestsPerMinute, tokensPerMinute, timeoutSeconds };
      await writeAudit(tx, ctx, {
        action: "connection.update",
        subjectType: "connection",
        subjectId: id,
        detail: { name, baseUrl, ...limits, key: keyWord(update) },
      });
      return { id };
    }),
  );
}

function refuseOtherKind(stored: Stored, update: Update): void {
  if (stored.kind === update.kind) return;
  const sentence = "A connection keeps its kind. Create a new connection for another one.";
  throw new AppError("invalid", sentence, { kind: sentence });
}

function refuseKeyOnNewHost(stored: Stored, update: Update): void {
  if (stored.sealedKey === null || stored.baseUrl === update.baseUrl) return;
  if (update.apiKey !== "" || update.removeKey) return;
  const sentence =
    "The base URL is new. Enter the key again, or remove it: the stored key is never sent to another address.";
  throw new AppError("invalid", sentence, { apiKey: sentence });
}

/** As they are where nothing about them changes; sealed anew otherwise, which only an admin may do. */
function headersOf(ctx: Context, stored: Stored, update: Update): string | null {
  const { connectionId: id, secretHeaders, baseUrl } = update;
  if (secretHeaders.length === 0 && stored.sealedHeaders === null) return null;
  const known = openSecretHeaders(stored.sealedHeaders, id);
  const isSame =
    stored.baseUrl === baseUrl &&
    secretHeaders.every(({ name, value }) => value === "" && Object.hasOwn(known, name.toLowerCase())) &&
    secretHeaders.length === Object.keys(known).length;
  if (isSame) return stored.sealedHeaders;
  requireRole(ctx, "admin", "change the secret headers of a connection");
  const usable = stored.baseUrl === baseUrl ? known : {};
  return sealSecretHeaders(completeSecretHeaders(secretHeaders, usable), id);
}

function keyChange(update: Update) {
  if (update.removeKey) return { sealedKey: null, keyHint: null };
  return update.apiKey === "" ? {} : sealConnectionKey(update.apiKey, update.connectionId);
}

function keyWord(update: Update): "removed" | "kept" | "replaced" {
  if (update.removeKey) return "removed";
  return update.apiKey === "" ? "kept" : "replaced";
}

function changedMeanwhile(): AppError {
  return new AppError(
    "conflict",
    "This connection was archived or changed while you edited it. Load the page again and repeat your change.",
  );
}
