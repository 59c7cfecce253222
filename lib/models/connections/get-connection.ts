import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";

export type ConnectionDetails = {
  id: string;
  name: string;
  baseUrl: string;
  /** The end of the stored key, for example `…a1b2`; null when there is no key. */
  keyHint: string | null;
  maxConcurrency: number;
  timeoutSeconds: number;
  createdAt: Date;
  archivedAt: Date | null;
};

/** Never selects the sealed key: what a page gets can be shown. */
export const connectionDetailsSelect = {
  id: true,
  name: true,
  baseUrl: true,
  keyHint: true,
  maxConcurrency: true,
  timeoutSeconds: true,
  createdAt: true,
  archivedAt: true,
} as const;

export async function getConnection(ctx: Context, connectionId: string): Promise<ConnectionDetails> {
  const found = await db().connection.findFirst({
    where: { id: connectionId, workspaceId: ctx.workspaceId },
    select: connectionDetailsSelect,
  });
  if (found === null) throw connectionNotFound();
  return found;
}

export function connectionNotFound(): AppError {
  return new AppError("not-found", "There is no connection with this id in this workspace.");
}
