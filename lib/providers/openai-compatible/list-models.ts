import { z } from "zod";
import { BodyReader } from "../http/body-reader.ts";
import { createHttpClient, type HttpClientSettings } from "../http/http-client.ts";
import { ProviderError } from "../provider-error.ts";
import { unreadable } from "./response/completion-failures.ts";

type ListModelsSettings = Pick<HttpClientSettings, "baseUrl" | "apiKey" | "headers" | "timeoutSeconds">;

const modelsSchema = z.array(z.object({ id: z.string().min(1) }));
/** The list itself is what some hosts send in place of `{ data: [...] }`. */
const modelListSchema = z.union([
  z.object({ data: modelsSchema }).transform(({ data }) => data),
  modelsSchema,
]);

/** The model ids of `GET {baseUrl}/models`, sorted. Rejects with `ProviderError`. */
export async function listModels(
  settings: ListModelsSettings,
  signal: AbortSignal = new AbortController().signal,
): Promise<string[]> {
  const client = createHttpClient({ timeoutSeconds: 15, connections: 1, ...settings });
  try {
    const reader = new BodyReader(client.scrub);
    await client.send({ method: "GET", path: "/models" }, reader, signal);
    const body = reader.body(Date.now());
    const parsed = modelListSchema.safeParse(jsonOrNull(body));
    if (!parsed.success) throw notAList(unreadable(body, client.scrub));
    return [...new Set(parsed.data.map(({ id }) => id))].sort();
  } finally {
    await client.close();
  }
}

function notAList({ message, errorClass, status }: ProviderError): ProviderError {
  return new ProviderError(message.replace("a chat completion", "a list of models"), { errorClass, status });
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
