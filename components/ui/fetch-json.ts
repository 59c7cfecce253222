/** Reads from our own API; what it refuses is thrown as its own sentence. */
export async function fetchJson<Value>(address: string, signal?: AbortSignal): Promise<Value> {
  return await readAnswer(address, { signal, headers: { accept: "application/json" } });
}

/** The same for questions that are too long for an address. */
export async function postJson<Value>(address: string, body: unknown, signal?: AbortSignal): Promise<Value> {
  const headers = { accept: "application/json", "content-type": "application/json" };
  return await readAnswer(address, { method: "POST", signal, headers, body: JSON.stringify(body) });
}

async function readAnswer<Value>(address: string, request: RequestInit): Promise<Value> {
  const response = await fetch(address, request).catch((error) => {
    request.signal?.throwIfAborted();
    throw error instanceof TypeError ? new Error("The server could not be reached. Try again.") : error;
  });
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
