import type { Context } from "#lib/context/context.ts";
import { AppError } from "#lib/errors/app-error.ts";

/** The person who acts. A part of Touchstone itself has no account and no membership. */
export function actingUserId(ctx: Context): string {
  if (ctx.actor.type === "member") return ctx.actor.userId;
  throw new AppError("forbidden", "Only a person can do this.");
}
