import { z } from "zod";
import type { AuthRequest } from "#lib/auth/auth-request.ts";
import { useOneTimeLink } from "#lib/auth/one-time-link.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { addInvitedMember } from "./add-invited-member.ts";

export const joinWorkspaceInput = z.object({ token: z.string().min(1).max(200) });
export type JoinWorkspaceInput = z.input<typeof joinWorkspaceInput>;

/** For a person who is signed in: joins with the account that was invited. An invitation for another address is refused and stays open. */
export async function joinWorkspace(
  request: AuthRequest,
  userId: string,
  input: JoinWorkspaceInput,
): Promise<{ workspaceId: string }> {
  const { token } = parseInput(joinWorkspaceInput, input);
  return await db().$transaction(async (tx) => {
    const link = await useOneTimeLink(tx, token, "invitation", request.now);
    const user = await tx.user.findUnique({ where: { id: userId }, select: { email: true } });
    if (user?.email !== link.email) {
      throw new AppError(
        "forbidden",
        `This invitation is for ${link.email}. Sign out, then sign in with that address.`,
      );
    }
    return { workspaceId: await addInvitedMember(tx, request, link, userId) };
  });
}
