import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { AuthRequest } from "./auth-request.ts";
import { afterFailure, isBlocked } from "./throttle-rule.ts";

const keysOf = (request: AuthRequest, email: string) => [`email:${email}`, `address:${request.address}`];

/** Refuses while the e-mail address or the network address has failed too often. */
export async function refuseThrottled(request: AuthRequest, email: string): Promise<void> {
  const states = await db().signInThrottle.findMany({ where: { key: { in: keysOf(request, email) } } });
  if (!states.some((state) => isBlocked(state, request.now))) return;
  throw new AppError("too-many-requests", "Too many failed sign-ins. Wait 15 minutes and try again.");
}

export async function recordFailedSignIn(request: AuthRequest, email: string): Promise<void> {
  await db().$transaction(async (tx) => {
    for (const key of keysOf(request, email)) {
      // The lock makes failures that arrive together count one after the other.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${key}))`;
      const next = afterFailure(await tx.signInThrottle.findUnique({ where: { key } }), request.now);
      await tx.signInThrottle.upsert({ where: { key }, create: { key, ...next }, update: next });
    }
  });
}

export async function clearFailedSignIns(email: string): Promise<void> {
  await db().signInThrottle.deleteMany({ where: { key: `email:${email}` } });
}
