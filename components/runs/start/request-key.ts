/** Names one start, so that a second click or a repeated request starts nothing more. Works on plain HTTP, where randomUUID does not. */
export function newRequestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
