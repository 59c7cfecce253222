import { BodyReader } from "../http/body-reader.ts";
import { createHttpClient } from "../http/http-client.ts";
import { listOf, memberOf, parseJson, textOf } from "../json-fields.ts";
import { unreadableAnswer } from "./vendor-failure.ts";
import { type VendorKind, vendors } from "./vendors.ts";

type ListSettings = { kind: VendorKind; baseUrl?: string; apiKey: string; timeoutSeconds?: number };

/** The ids of the models that the vendor offers this key, sorted: the first page of a thousand. Rejects with `ProviderError`. */
export async function listVendorModels(
  { kind, baseUrl = vendors[kind].baseUrl, apiKey, timeoutSeconds = 15 }: ListSettings,
  signal: AbortSignal = new AbortController().signal,
): Promise<string[]> {
  const client = createHttpClient({ baseUrl, timeoutSeconds, connections: 1, secrets: [apiKey] });
  try {
    const reader = new BodyReader(client.scrub);
    const headers = { ...keyHeaders(kind, apiKey), accept: "application/json", "user-agent": "touchstone" };
    await client.send({ method: "GET", path: listPaths[kind], headers }, reader, signal);
    const body = reader.body(Date.now());
    const models = modelIds(parseJson(body));
    if (models === null) throw unreadableAnswer(body, client.scrub);
    return [...new Set(models)].sort();
  } finally {
    await client.close();
  }
}

const listPaths: Readonly<Record<VendorKind, string>> = {
  openai: "/models",
  mistral: "/models",
  anthropic: "/models?limit=1000",
  google: "/models?pageSize=1000",
};

function keyHeaders(kind: VendorKind, apiKey: string): Record<string, string> {
  switch (kind) {
    case "openai":
    case "mistral":
      return { authorization: `Bearer ${apiKey}` };
    case "anthropic":
      return { "x-api-key": apiKey, "anthropic-version": "2023-06-01" };
    case "google":
      return { "x-goog-api-key": apiKey };
  }
}

/** `{data: [{id}]}`, and Google's `{models: [{name: "models/…", supportedGenerationMethods}]}`, of which those that write texts. */
function modelIds(body: unknown): string[] | null {
  const list = listOf(memberOf(body, "data")) ?? listOf(memberOf(body, "models"));
  if (list === null) return null;
  return list.flatMap((model) => {
    const methods = listOf(memberOf(model, "supportedGenerationMethods"));
    if (methods !== null && !methods.includes("generateContent")) return [];
    const id = textOf(memberOf(model, "id")) ?? textOf(memberOf(model, "name"))?.replace(/^models\//, "");
    return id ? [id] : [];
  });
}
