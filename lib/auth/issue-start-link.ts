import { db } from "#lib/db/database.ts";
import { createOneTimeLink } from "./one-time-link.ts";

const lifetimeMs = 24 * 60 * 60_000;

/**
 * The path that the terminal prints: set-up while nobody has an account, else a sign-in as the first admin. Whoever reads this
 * terminal owns the machine. Links of earlier starts stop working.
 */
export async function issueStartLink(now: Date): Promise<string> {
  return await db().$transaction(async (tx) => {
    await tx.oneTimeLink.deleteMany({ where: { purpose: { in: ["setup", "sign_in"] }, usedAt: null } });
    const owner = await tx.member.findFirst({
      where: { role: "admin" },
      orderBy: { createdAt: "asc" },
      select: { userId: true },
    });
    if (owner === null) {
      const { token } = await createOneTimeLink(tx, { purpose: "setup", lifetimeMs }, now);
      return `/setup?token=${token}`;
    }
    const { token } = await createOneTimeLink(
      tx,
      { purpose: "sign_in", lifetimeMs, userId: owner.userId },
      now,
    );
    return `/sign-in?token=${token}`;
  });
}
