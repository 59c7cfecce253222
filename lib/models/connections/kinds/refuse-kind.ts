import { type Context, hasRole, requireRole } from "#lib/context/context.ts";
import { env } from "#lib/env/env.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { isVendorKind, vendors } from "#lib/providers/vendors/vendors.ts";
import type { ConnectionKind } from "./connection-kind.ts";

export const commandsAreOff =
  "Commands are switched off on this installation. Set TOUCHSTONE_ALLOW_COMMANDS=1 for the web server and every worker to allow them.";

export function commandsAreAllowed(): boolean {
  return env().TOUCHSTONE_ALLOW_COMMANDS === "1";
}

/** A program may do whatever the worker may: only an admin connects one, and only where the installation allows it. */
export function refuseKind(ctx: Context, kind: ConnectionKind): void {
  if (kind !== "command") return;
  requireRole(ctx, "admin", "connect a program");
  if (!commandsAreAllowed()) throw new AppError("forbidden", commandsAreOff, { kind: commandsAreOff });
}

/** Why this person cannot connect a program here, or null. */
export function commandsRefusedFor(ctx: Context): string | null {
  if (!commandsAreAllowed()) return commandsAreOff;
  return hasRole(ctx, "admin") ? null : "Only an admin may connect a program.";
}

/** Vendors answer nobody without a key. */
export function refuseMissingKey(kind: ConnectionKind, hasKey: boolean): void {
  if (hasKey || !isVendorKind(kind)) return;
  const sentence = `${vendors[kind].label} needs an API key. Enter it here.`;
  throw new AppError("invalid", sentence, { apiKey: sentence });
}
