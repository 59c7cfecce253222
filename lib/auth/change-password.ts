import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { hashPassword, passwordSchema, verifyPassword } from "./password.ts";
import { requirePerson } from "./require-person.ts";
import { admitTry, forgiveTry } from "./throttle/sign-in-throttle.ts";

export const changePasswordInput = z.object({
  oldPassword: z.string().min(1, "Enter your present password.").max(200),
  newPassword: passwordSchema,
});
export type ChangePasswordInput = z.input<typeof changePasswordInput>;

/** Needs the present password, and throttles guesses at it: a session left open on a desk must not become an account. */
export async function changePassword(ctx: Context, input: ChangePasswordInput): Promise<void> {
  const { oldPassword, newPassword } = parseInput(changePasswordInput, input);
  const { id, email, passwordHash } = await requirePerson(ctx);
  await admitTry(email, null, ctx.now);
  if (!(await verifyPassword(oldPassword, passwordHash))) {
    const message = "This is not your present password.";
    throw new AppError("forbidden", message, { oldPassword: message });
  }
  await forgiveTry(email, null);
  const next = await hashPassword(newPassword);
  await db().$transaction(async (tx) => {
    // Of two changes at the same moment the second finds another hash than the one it checked.
    const changed = await tx.user.updateMany({ where: { id, passwordHash }, data: { passwordHash: next } });
    if (changed.count === 0) {
      throw new AppError(
        "conflict",
        "The password was changed somewhere else meanwhile. Reload and try again.",
      );
    }
    await writeAudit(tx, ctx, { action: "user.change-password", subjectType: "user", subjectId: id });
  });
}
