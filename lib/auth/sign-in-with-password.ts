import { z } from "zod";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import type { AuthRequest, SignedInUser } from "./auth-request.ts";
import { emailSchema } from "./email-schema.ts";
import { verifyPassword } from "./password.ts";
import { admitTry, forgiveTry } from "./throttle/sign-in-throttle.ts";

const inputSchema = z.object({
  email: emailSchema,
  password: z.string().min(1, "Enter your password.").max(200),
});

export async function signInWithPassword(
  request: AuthRequest,
  input: z.input<typeof inputSchema>,
): Promise<SignedInUser> {
  const { email, password } = parseInput(inputSchema, input);
  await admitTry(email, request.address, request.now);
  const user = await db().user.findUnique({
    where: { email },
    select: { id: true, email: true, name: true, passwordHash: true },
  });
  const right = await verifyPassword(password, user?.passwordHash ?? null);
  if (user === null || !right) {
    throw new AppError("unauthenticated", "E-mail address or password is wrong.");
  }
  await forgiveTry(email, request.address);
  return { id: user.id, email: user.email, name: user.name };
}
