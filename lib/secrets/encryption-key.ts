import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { env } from "#lib/env/env.ts";

/** The installation's encryption key: TOUCHSTONE_ENCRYPTION_KEY, else a file in the data folder that is made on first use. */
export function encryptionKey(): string {
  return (
    env().TOUCHSTONE_ENCRYPTION_KEY ?? readOrCreateKeyFile(join(env().TOUCHSTONE_HOME, "encryption.key"))
  );
}

/** The secret that signs sessions: NEXTAUTH_SECRET, else a file beside the encryption key. */
export function sessionSecret(): string {
  return env().NEXTAUTH_SECRET ?? readOrCreateKeyFile(join(env().TOUCHSTONE_HOME, "session.key"));
}

function readOrCreateKeyFile(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  try {
    // `wx`: of two processes that start together, one writes and the other reads what it wrote.
    writeFileSync(path, randomBytes(32).toString("hex"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const key = readFileSync(path, "utf8").trim();
  if (key.length < 32)
    throw new Error(
      `The key file ${path} is empty or cut short. Restore it from a backup, or delete it and enter all keys again.`,
    );
  return key;
}
