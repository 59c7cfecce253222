export type ApiKeyState = "works" | "expired" | "revoked";

/** A key stops at the moment that it expires. */
export function apiKeyState(
  { revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date | null },
  now: Date,
): ApiKeyState {
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && expiresAt <= now ? "expired" : "works";
}
