import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { AuthRequest, SignedInUser } from "./auth-request.ts";
import { useOneTimeLink } from "./one-time-link.ts";

/** Signs in the person that the link from the terminal was made for. */
export async function signInWithLink(request: AuthRequest, token: string): Promise<SignedInUser> {
  return await db().$transaction(async (tx) => {
    const link = await useOneTimeLink(tx, token, "sign_in", request.now);
    const user =
      link.userId === null
        ? null
        : await tx.user.findUnique({
            where: { id: link.userId },
            select: { id: true, email: true, name: true },
          });
    if (user === null)
      throw new AppError("unauthenticated", "The person this link was made for is no longer here.");
    return user;
  });
}
