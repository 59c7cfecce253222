/** Reads from our own API; what it refuses is thrown as its own sentence. */
export async function fetchJson<Value>(address: string, signal?: AbortSignal): Promise<Value> {
  const response = await fetch(address, { signal, headers: { accept: "application/json" } }).catch(
    (error) => {
      signal?.throwIfAborted();
      throw error instanceof TypeError ? new Error("The server could not be reached. Try again.") : error;
    },
  );
  const body: unknown = await response.json().catch(() => null);
  // The route and this page are built together, so the shape of a good answer is known.
  if (response.ok && body !== null) return body as Value;
  throw new Error(refusal(body) ?? `The server answered ${response.status}. Try again.`);
}

function refusal(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("error" in body)) return null;
  const { error } = body;
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : null;
}
