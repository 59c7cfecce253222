import { z } from "zod";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import type { SignedInUser } from "./auth-request.ts";
import { emailSchema } from "./email-schema.ts";

const inputSchema = z.object({
  provider: z.string().min(1).max(100),
  subject: z.string().min(1).max(300),
  email: emailSchema,
  emailVerified: z.boolean(),
});

const userFields = { id: true, email: true, name: true } as const;

/**
 * Signs in through an outside account: one that is linked already, or one whose verified e-mail address belongs to a member.
 * An unverified address is never matched, because anybody can claim it.
 */
export async function signInWithIdentity(input: z.input<typeof inputSchema>): Promise<SignedInUser> {
  const { provider, subject, email, emailVerified } = parseInput(inputSchema, input);
  return await db().$transaction(async (tx) => {
    const linked = await tx.identity.findUnique({
      where: { provider_subject: { provider, subject } },
      select: { user: { select: userFields } },
    });
    if (linked !== null) return linked.user;
    const user = emailVerified ? await tx.user.findUnique({ where: { email }, select: userFields }) : null;
    if (user === null) {
      throw new AppError("forbidden", `${email} is not a member here. Ask an admin to invite you.`);
    }
    await tx.identity.create({ data: { provider, subject, userId: user.id } });
    return user;
  });
}
