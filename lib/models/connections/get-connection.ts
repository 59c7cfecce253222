import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { ConnectionKind } from "./kinds/connection-kind.ts";

export type ConnectionDetails = {
  id: string;
  name: string;
  kind: ConnectionKind;
  baseUrl: string;
  /** By the kind; names of secret headers and no values. */
  settings: unknown;
  /** The end of the stored key, for example `…a1b2`; null when there is no key. */
  keyHint: string | null;
  maxConcurrency: number;
  requestsPerMinute: number | null;
  tokensPerMinute: number | null;
  timeoutSeconds: number;
  createdAt: Date;
  archivedAt: Date | null;
};

/** Never selects the sealed key: what a page gets can be shown. */
export const connectionDetailsSelect = {
  id: true,
  name: true,
  kind: true,
  baseUrl: true,
  settings: true,
  keyHint: true,
  maxConcurrency: true,
  requestsPerMinute: true,
  tokensPerMinute: true,
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
