const unreachable = "The server could not be reached. Check your connection and try again.";

/** Starts a session with a password or a one-time link. Returns null, or the sentence that says why not. */
export async function startSession(
  credentials: { method: "password"; email: string; password: string } | { method: "link"; token: string },
): Promise<string | null> {
  const { method, ...fields } = credentials;
  try {
    const { signIn } = await import("next-auth/react");
    const response = await signIn(method, { ...fields, redirect: false });
    if (response === undefined) return unreachable;
    return response.ok && !response.error ? null : (response.error ?? unreachable);
  } catch {
    return unreachable;
  }
}
