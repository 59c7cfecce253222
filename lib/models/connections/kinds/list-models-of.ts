import { listModels } from "#lib/providers/openai-compatible/list-models.ts";
import { listVendorModels } from "#lib/providers/vendors/list-vendor-models.ts";
import { isVendorKind } from "#lib/providers/vendors/vendors.ts";
import { refuseMetadataHost } from "../refuse-metadata-host.ts";
import type { OpenTarget } from "./build-called-provider.ts";

/** The model ids behind a connection; null for a kind that has no list. Rejects with `ProviderError`. */
export async function listModelsOf(target: OpenTarget, signal?: AbortSignal): Promise<string[] | null> {
  const { kind, baseUrl, apiKey, timeoutSeconds } = target;
  if (kind === "http" || kind === "command") return null;
  await refuseMetadataHost(baseUrl);
  return isVendorKind(kind)
    ? await listVendorModels({ kind, baseUrl, apiKey: apiKey ?? "", timeoutSeconds }, signal)
    : await listModels({ baseUrl, apiKey, timeoutSeconds }, signal);
}
