import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Context, Role } from "#lib/context/context.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { newId } from "#lib/ids/new-id.ts";
import { listMemberships } from "#lib/workspaces/list-memberships.ts";
import { sessionUserId } from "./session.ts";

export const workspaceCookie = "touchstone-workspace";

export type SignedIn = {
  ctx: Context;
  user: { id: string; name: string; email: string };
  workspace: { id: string; name: string };
  role: Role;
  memberships: { id: string; name: string; role: Role }[];
};

/** Who asks, in which of their workspaces, or null. Read once per request. */
export const findSignedIn = cache(async (): Promise<SignedIn | null> => {
  const userId = await sessionUserId();
  if (userId === null) return null;
  const found = await listMemberships(userId);
  if (found === null) return null;
  const chosen = (await cookies()).get(workspaceCookie)?.value;
  const current = found.memberships.find((membership) => membership.id === chosen) ?? found.memberships[0];
  if (current === undefined) return null;
  return {
    ctx: {
      workspaceId: current.id,
      actor: { type: "member", userId, role: current.role },
      requestId: newId(),
      now: new Date(),
    },
    user: found.user,
    workspace: { id: current.id, name: current.name },
    role: current.role,
    memberships: found.memberships,
  };
});

/** For pages: the context, or a redirect to sign-in that comes back to this address. */
export async function pageContext(): Promise<SignedIn> {
  const signedIn = await findSignedIn();
  if (signedIn !== null) return signedIn;
  const path = (await headers()).get("x-touchstone-path") ?? "/";
  redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}

/** For queries of a page: a thing that is not in this workspace shows the not-found page. */
export async function orNotFound<Value>(query: Promise<Value>): Promise<Value> {
  try {
    return await query;
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") notFound();
    throw error;
  }
}
