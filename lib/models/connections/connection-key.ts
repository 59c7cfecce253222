import { seal, unseal } from "#lib/secrets/seal.ts";

const SHOWN_CHARS = 4;
/** Showing the end of a shorter key would give too much of it away. */
const MIN_CHARS_TO_SHOW = 12;

export type SealedKey = { sealedKey: string | null; keyHint: string | null };

/** A key as it is stored, bound to its connection; an empty key is none. */
export function sealConnectionKey(apiKey: string, connectionId: string): SealedKey {
  if (apiKey === "") return { sealedKey: null, keyHint: null };
  const shown = apiKey.length >= MIN_CHARS_TO_SHOW ? apiKey.slice(-SHOWN_CHARS) : "";
  return { sealedKey: seal(apiKey, connectionId), keyHint: `…${shown}` };
}

/** The key in clear, for a call to the connection's own base URL and nowhere else; null when there is none. */
export function openConnectionKey(sealedKey: string | null, connectionId: string): string | null {
  return sealedKey === null ? null : unseal(sealedKey, connectionId);
}
