import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/ids/new-id.ts";

/** The worker acts for the workspace that its job names. */
export function systemContext(workspaceId: string): Context {
  return { workspaceId, actor: { type: "system", name: "worker" }, requestId: newId(), now: new Date() };
}
