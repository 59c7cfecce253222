import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { AppError } from "#lib/errors/app-error.ts";
import { encryptionKey } from "./encryption-key.ts";

const prefix = "v1";

/** Seals a secret for the database with AES-256-GCM. `boundTo` (an id) must be given again to open it: a sealed text moved to another row does not open. */
export function seal(secret: string, boundTo: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", deriveKey(), nonce).setAAD(Buffer.from(boundTo));
  const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return [
    prefix,
    nonce.toString("base64"),
    cipher.getAuthTag().toString("base64"),
    body.toString("base64"),
  ].join(".");
}

/** Opens what `seal` made. Fails with a sentence when the encryption key has changed. */
export function unseal(sealed: string, boundTo: string): string {
  const [version, nonce, tag, body] = sealed.split(".");
  if (version !== prefix || !nonce || !tag || body === undefined) throw unreadable();
  try {
    const decipher = createDecipheriv("aes-256-gcm", deriveKey(), Buffer.from(nonce, "base64"), {
      authTagLength: 16,
    })
      .setAAD(Buffer.from(boundTo))
      .setAuthTag(Buffer.from(tag, "base64"));
    return Buffer.concat([decipher.update(Buffer.from(body, "base64")), decipher.final()]).toString("utf8");
  } catch {
    throw unreadable();
  }
}

function deriveKey(): Buffer {
  return createHash("sha256").update("touchstone/seal/v1\0").update(encryptionKey()).digest();
}

function unreadable(): AppError {
  return new AppError(
    "unavailable",
    "The stored key cannot be read with this installation's encryption key. Enter the key again, or restore the encryption key.",
  );
}
