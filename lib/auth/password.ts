import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";

/** Length is what makes a password hard to guess (NIST SP 800-63B, 5.1.1.2); the ceiling bounds the work of hashing. */
export const passwordSchema = z
  .string()
  .min(10, "Use at least 10 characters.")
  .max(200, "Use at most 200 characters.");

/** Argon2id with the second choice of OWASP's password storage cheat sheet: 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<string> {
  return await hash(password, cost);
}

let decoy: Promise<string> | undefined;

/** An unknown user costs the same time as a wrong password, so that the answer does not tell who has an account. */
export async function verifyPassword(password: string, passwordHash: string | null): Promise<boolean> {
  if (passwordHash !== null) return await verify(passwordHash, password);
  decoy ??= hashPassword("no such user");
  await verify(await decoy, password);
  return false;
}
