import { z } from "zod";
import { AppError } from "#lib/errors/app-error.ts";

export const roleSchema = z.enum(["viewer", "reviewer", "editor", "admin"]);
export type Role = z.infer<typeof roleSchema>;

/** What a key may do. Whoever finds a key must not be able to make more of them, or members. */
export const apiKeyRoleSchema = roleSchema.exclude(["admin"]);
export type ApiKeyRole = z.infer<typeof apiKeyRoleSchema>;

/** Who acts: a person in a workspace, a program with an API key, or a part of Touchstone itself. */
export type Actor =
  | { type: "member"; userId: string; role: Role }
  | { type: "api-key"; keyId: string; name: string; role: ApiKeyRole }
  | { type: "system"; name: string };

/** What every verb and query gets first: the workspace it may touch, who asks, and when. */
export type Context = { workspaceId: string; actor: Actor; requestId: string; now: Date };

const rank: Record<Role, number> = { viewer: 0, reviewer: 1, editor: 2, admin: 3 };

export function hasRole(ctx: Context, minimum: Role): boolean {
  return ctx.actor.type === "system" || rank[ctx.actor.role] >= rank[minimum];
}

/** Refuses the verb unless the actor has at least this role. `action` completes "You need the role ... to ...". */
export function requireRole(ctx: Context, minimum: Role, action: string): void {
  if (hasRole(ctx, minimum)) return;
  throw new AppError("forbidden", refusal(ctx.actor, minimum, action));
}

function refusal(actor: Actor, minimum: Role, action: string): string {
  if (actor.type !== "api-key") {
    return `You need the role ${minimum} to ${action}. Ask an admin of this workspace.`;
  }
  return minimum === "admin"
    ? `It takes a person with the role admin to ${action}; no API key can.`
    : `It takes the role ${minimum} to ${action}, and the API key "${actor.name}" has the role ${actor.role}. Ask an admin of this workspace for another key.`;
}

/** What rows keep of who made them: the id of a person or of a key, or the name of a part of Touchstone. */
export function actorId({ actor }: Context): string {
  switch (actor.type) {
    case "member":
      return actor.userId;
    case "api-key":
      return actor.keyId;
    case "system":
      return actor.name;
  }
}
