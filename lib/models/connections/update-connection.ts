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

type Update = z.output<typeof updateConnectionInput>;

/**
 * An empty key keeps the stored one, except with a new base URL: then the key must be entered again or removed,
 * so that a stored key is never sent to a host it was not entered for.
 */
export async function updateConnection(ctx: Context, input: UpdateConnectionInput): Promise<{ id: string }> {
  requireRole(ctx, "editor", "change a connection");
  const update = parseInput(updateConnectionInput, input);
  if (update.apiKey !== "" || update.removeKey) requireRole(ctx, "admin", "change the key of a connection");
  const { connectionId: id, name, baseUrl, maxConcurrency, timeoutSeconds } = update;
  const sentence = `There is already a connection with the name "${name}" in this workspace, perhaps an archived one. Choose another name.`;

  return refusingDuplicates("name", sentence, () =>
    db().$transaction(async (tx) => {
      const stored = await tx.connection.findFirst({
        where: { id, workspaceId: ctx.workspaceId },
        select: { baseUrl: true, sealedKey: true },
      });
      if (stored === null) throw connectionNotFound();
      refuseKeyOnNewHost(stored, update);
      // The base URL and the key that were decided on are part of the condition: of two changes at once, one is refused.
      const { count } = await tx.connection.updateMany({
        where: { id, workspaceId: ctx.workspaceId, archivedAt: null, ...stored },
        data: { name, baseUrl, maxConcurrency, timeoutSeconds, ...keyChange(update) },
      });
      if (count === 0) throw changedMeanwhile();
      await writeAudit(tx, ctx, {
        action: "connection.update",
        subjectType: "connection",
        subjectId: id,
        detail: { name, baseUrl, maxConcurrency, timeoutSeconds, key: keyWord(update) },
      });
      return { id };
    }),
  );
}

function refuseKeyOnNewHost(stored: { baseUrl: string; sealedKey: string | null }, update: Update): void {
  if (stored.sealedKey === null || stored.baseUrl === update.baseUrl) return;
  if (update.apiKey !== "" || update.removeKey) return;
  const sentence =
    "The base URL is new. Enter the key again, or remove it: the stored key is never sent to another address.";
  throw new AppError("invalid", sentence, { apiKey: sentence });
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
