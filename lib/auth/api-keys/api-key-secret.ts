import { createHash, randomBytes } from "node:crypto";

const mark = "ts_";
const shownCharacters = 9;

export type NewSecret = {
  /** `ts_` and 256 random bits; it exists nowhere else once it has been shown. */
  secret: string;
  secretHash: string;
  prefix: string;
};

export function newSecret(): NewSecret {
  const secret = `${mark}${randomBytes(32).toString("base64url")}`;
  return { secret, secretHash: hashSecret(secret), prefix: secret.slice(0, shownCharacters) };
}

/**
 * A key is looked up by this hash, so no comparison takes longer for a guess that begins well. One round of SHA-256 is enough: 256
 * random bits cannot be tried out.
 */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** The API key of an Authorization header; null for none, and for what is meant for somebody else, such as a proxy in front. */
export function apiKeyOf(authorization: string | null): string | null {
  return /^Bearer +(ts_\S*)$/i.exec(authorization ?? "")?.[1] ?? null;
}
