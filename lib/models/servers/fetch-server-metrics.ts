import { createHttpClient } from "#lib/providers/http/http-client.ts";
import { refuseMetadataHost } from "../connections/refuse-metadata-host.ts";

export type MetricsTarget = { baseUrl: string; apiKey: string | null };

const timeoutSeconds = 2;
const maxBodyBytes = 1_000_000;

/**
 * What a server has at /metrics of its own origin, or null: no such page, no answer in two seconds, more than a megabyte. The key goes to
 * the origin that it was entered for and nowhere else: redirects are not followed.
 */
export async function fetchServerMetrics({ baseUrl, apiKey }: MetricsTarget): Promise<string | null> {
  const { origin } = new URL(baseUrl);
  try {
    await refuseMetadataHost(origin);
    const client = createHttpClient({
      baseUrl: origin,
      apiKey,
      timeoutSeconds,
      maxBodyBytes,
      connections: 1,
    });
    try {
      return await readText(client);
    } finally {
      await client.close();
    }
  } catch {
    return null;
  }
}

async function readText(client: ReturnType<typeof createHttpClient>): Promise<string | null> {
  const decoder = new TextDecoder();
  let ok = false;
  let text = "";
  await client.send(
    { method: "GET", path: "/metrics" },
    {
      start(status, headers) {
        ok =
          status === 200 &&
          /^(text\/plain|application\/openmetrics-text)/i.test(headers["content-type"] ?? "");
      },
      read(chunk) {
        if (!ok) return "enough";
        text += decoder.decode(chunk, { stream: true });
        return "more";
      },
      isComplete: () => false,
    },
    AbortSignal.timeout(timeoutSeconds * 1_000),
  );
  return ok ? text : null;
}
