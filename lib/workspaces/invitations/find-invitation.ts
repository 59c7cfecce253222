import { findOneTimeLink } from "#lib/auth/one-time-link.ts";
import type { Role } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";

export type OpenInvitation = {
  workspaceId: string;
  workspaceName: string;
  email: string;
  role: Role;
  hasAccount: boolean;
};

/** What the holder of an invitation's link may know of it; null when the link is spent, expired or wrong. */
export async function findInvitation(token: string, now: Date): Promise<OpenInvitation | null> {
  const link = await findOneTimeLink(token, "invitation", now);
  if (link === null || link.workspaceId === null || link.email === null || link.role === null) return null;
  const [workspace, account] = await Promise.all([
    db().workspace.findUnique({ where: { id: link.workspaceId }, select: { id: true, name: true } }),
    db().user.findUnique({ where: { email: link.email }, select: { id: true } }),
  ]);
  if (workspace === null) return null;
  return {
    workspaceId: workspace.id,
    workspaceName: workspace.name,
    email: link.email,
    role: link.role,
    hasAccount: account !== null,
  };
}
