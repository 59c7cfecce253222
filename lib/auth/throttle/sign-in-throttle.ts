import { db, type Transaction } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { afterFailure, failuresAllowed, isBlocked } from "./throttle-rule.ts";

const emailKey = (email: string) => `email:${email}`;
const addressKey = (address: string) => `address:${address}`;

/**
 * Admits one try of a password, or refuses while the e-mail address or the network address has failed too often. The try counts
 * as failed from now on, before the password is looked at, so that a burst of tries at the same moment gets no further than the
 * same number one by one. `forgiveTry` takes it back.
 */
export async function admitTry(email: string, address: string | null, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    for (const key of address === null ? [emailKey(email)] : [emailKey(email), addressKey(address)]) {
      await countTry(tx, key, now);
    }
  });
}

async function countTry(tx: Transaction, key: string, now: Date): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${key}))`;
  const state = await tx.signInThrottle.findUnique({ where: { key } });
  if (isBlocked(state, now)) {
    throw new AppError("too-many-requests", "Too many failed sign-ins. Wait 15 minutes and try again.");
  }
  const next = afterFailure(state, now);
  await tx.signInThrottle.upsert({ where: { key }, create: { key, ...next }, update: next });
}

/** After the right password: the e-mail address starts afresh, the network address loses this one try and keeps the others. */
export async function forgiveTry(email: string, address: string | null): Promise<void> {
  await db().signInThrottle.deleteMany({ where: { key: emailKey(email) } });
  if (address === null) return;
  await db().$executeRaw`
    update sign_in_throttle
    set failures = greatest(failures - 1, 0),
        blocked_until = case when failures - 1 >= ${failuresAllowed} then blocked_until end
    where key = ${addressKey(address)}`;
}
