import { z } from "zod";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { newId } from "#lib/ids/new-id.ts";
import type { AuthRequest, SignedInUser } from "./auth-request.ts";
import { emailSchema } from "./email-schema.ts";
import { refuseSpentLink, useOneTimeLink } from "./one-time-link.ts";
import { hashPassword, passwordSchema } from "./password.ts";
import { personNameSchema } from "./person-name-schema.ts";

export const completeSetupInput = z.object({
  token: z.string().min(1).max(200),
  name: personNameSchema,
  email: emailSchema,
  password: passwordSchema,
});
export type CompleteSetupInput = z.input<typeof completeSetupInput>;

/** The first person of an installation: becomes admin of every workspace that exists. Works once, with the link from the terminal. */
export async function completeSetup(request: AuthRequest, input: CompleteSetupInput): Promise<SignedInUser> {
  const { token, name, email, password } = parseInput(completeSetupInput, input);
  await refuseSpentLink(token, "setup", request.now);
  const passwordHash = await hashPassword(password);
  return await db().$transaction(async (tx) => {
    await useOneTimeLink(tx, token, "setup", request.now);
    if ((await tx.user.count()) > 0) {
      throw new AppError("conflict", "This installation is set up already. Sign in instead.");
    }
    const user = await tx.user.create({ data: { id: newId(), email, name, passwordHash } });
    const workspaces = await tx.workspace.findMany({ select: { id: true } });
    await tx.member.createMany({
      data: workspaces.map(({ id }) => ({ workspaceId: id, userId: user.id, role: "admin" as const })),
    });
    return { id: user.id, email, name };
  });
}
