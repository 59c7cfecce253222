import { z } from "zod";
import { AppError } from "#lib/errors/app-error.ts";

export const roleSchema = z.enum(["viewer", "reviewer", "editor", "admin"]);
export type Role = z.infer<typeof roleSchema>;

/** Who acts: a person in a workspace, or a part of Touchstone itself. */
export type Actor = { type: "member"; userId: string; role: Role } | { type: "system"; name: string };

/** What every verb and query gets first: the workspace it may touch, who asks, and when. */
export type Context = { workspaceId: string; actor: Actor; requestId: string; now: Date };

const rank: Record<Role, number> = { viewer: 0, reviewer: 1, editor: 2, admin: 3 };

export function hasRole(ctx: Context, minimum: Role): boolean {
  return ctx.actor.type === "system" || rank[ctx.actor.role] >= rank[minimum];
}

/** Refuses the verb unless the actor has at least this role. `action` completes "You need the role ... to ...". */
export function requireRole(ctx: Context, minimum: Role, action: string): void {
  if (hasRole(ctx, minimum)) return;
  throw new AppError(
    "forbidden",
    `You need the role ${minimum} to ${action}. Ask an admin of this workspace.`,
  );
}

export function actorId(ctx: Context): string {
  return ctx.actor.type === "member" ? ctx.actor.userId : ctx.actor.name;
}
