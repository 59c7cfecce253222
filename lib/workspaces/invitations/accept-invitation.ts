import { z } from "zod";
import type { AuthRequest, SignedInUser } from "#lib/auth/auth-request.ts";
import { refuseSpentLink, useOneTimeLink } from "#lib/auth/one-time-link.ts";
import { hashPassword, passwordSchema } from "#lib/auth/password.ts";
import { personNameSchema } from "#lib/auth/person-name-schema.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { newId } from "#lib/ids/new-id.ts";
import { addInvitedMember } from "./add-invited-member.ts";

export const acceptInvitationInput = z.object({
  token: z.string().min(1).max(200),
  name: personNameSchema,
  password: passwordSchema,
});
export type AcceptInvitationInput = z.input<typeof acceptInvitationInput>;

/** For somebody without an account: makes one for the invited address. Whoever has one joins with it instead. */
export async function acceptInvitation(
  request: AuthRequest,
  input: AcceptInvitationInput,
): Promise<SignedInUser> {
  const { token, name, password } = parseInput(acceptInvitationInput, input);
  await refuseSpentLink(token, "invitation", request.now);
  const passwordHash = await hashPassword(password);
  return await db().$transaction(async (tx) => {
    const link = await useOneTimeLink(tx, token, "invitation", request.now);
    const email = link.email ?? "";
    if ((await tx.user.count({ where: { email } })) > 0) {
      throw new AppError(
        "conflict",
        `${email} has an account already. Sign in with it, then open this link again.`,
      );
    }
    const user = await tx.user.create({ data: { id: newId(), email, name, passwordHash } });
    await addInvitedMember(tx, request, link, user.id);
    return { id: user.id, email, name };
  });
}
