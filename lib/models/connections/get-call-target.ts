import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { connectionNotFound } from "./get-connection.ts";
import type { ConnectionKind } from "./kinds/connection-kind.ts";

/** Where and how to call. Stays in `lib/models`: the sealed key is never part of what a page gets. */
export type CallTarget = {
  id: string;
  name: string;
  kind: ConnectionKind;
  baseUrl: string;
  settings: unknown;
  sealedKey: string | null;
  sealedHeaders: string | null;
  maxConcurrency: number;
  timeoutSeconds: number;
};

export async function getCallTarget(ctx: Context, connectionId: string): Promise<CallTarget> {
  const found = await db().connection.findFirst({
    where: { id: connectionId, workspaceId: ctx.workspaceId },
    select: {
      id: true,
      name: true,
      kind: true,
      baseUrl: true,
      settings: true,
      sealedKey: true,
      sealedHeaders: true,
      maxConcurrency: true,
      timeoutSeconds: true,
    },
  });
  if (found === null) throw connectionNotFound();
  return found;
}
