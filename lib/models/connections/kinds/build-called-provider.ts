import { programEnvironment } from "#lib/env/env.ts";
import { createCommandProvider } from "#lib/providers/command/command-provider.ts";
import { createOpenAiCompatibleProvider } from "#lib/providers/openai-compatible/openai-compatible-provider.ts";
import type { Provider } from "#lib/providers/provider.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import type { VendorKind } from "#lib/providers/vendors/vendors.ts";
import { refuseMetadataHost } from "../refuse-metadata-host.ts";
import { buildServiceProvider } from "./build-service-provider.ts";
import { commandSettingsSchema } from "./command-settings.ts";
import type { ConnectionKind } from "./connection-kind.ts";
import { commandsAreAllowed, commandsAreOff } from "./refuse-kind.ts";

/** A connection with its secrets in clear, for calling it and nothing else. */
export type OpenTarget = {
  kind: ConnectionKind;
  baseUrl: string;
  settings: unknown;
  apiKey: string | null;
  secretHeaders: Readonly<Record<string, string>>;
  maxConcurrency: number;
  timeoutSeconds: number;
};

/** The provider of one model behind a connection. Throws `ProviderError` where the connection cannot be used. */
export async function buildCalledProvider(target: OpenTarget, model: string): Promise<Provider> {
  const { kind, baseUrl, apiKey, timeoutSeconds } = target;
  if (kind === "command") return buildCommandProvider(target, model);
  await refuseMetadataHost(baseUrl);
  const limits = { timeoutSeconds, connections: target.maxConcurrency };
  switch (kind) {
    case "openai_compatible":
      return createOpenAiCompatibleProvider({ baseUrl, apiKey, model, ...limits });
    case "openai":
    case "anthropic":
    case "google":
    case "mistral":
      return await buildVendorProvider(kind, target, model);
    case "http":
      return buildServiceProvider(target, model);
  }
}

/** The makers' own packages take ten megabytes of memory, and most workers never call one. */
async function buildVendorProvider(kind: VendorKind, target: OpenTarget, model: string): Promise<Provider> {
  const { baseUrl, apiKey, timeoutSeconds, maxConcurrency: connections } = target;
  const { createVendorProvider } = await import("#lib/providers/vendors/vendor-provider.ts");
  const key = requiredKey(kind, apiKey);
  return createVendorProvider({ kind, baseUrl, apiKey: key, model, timeoutSeconds, connections });
}

function buildCommandProvider({ baseUrl, settings, timeoutSeconds }: OpenTarget, model: string): Provider {
  if (!commandsAreAllowed()) throw new ProviderError(commandsAreOff, { errorClass: "permanent" });
  return createCommandProvider({
    program: baseUrl,
    ...commandSettingsSchema.parse(settings),
    model,
    environment: programEnvironment(),
    timeoutSeconds,
  });
}

function requiredKey(kind: VendorKind, apiKey: string | null): string {
  if (apiKey !== null) return apiKey;
  throw new ProviderError(`The connection to ${kind} has no API key. Enter one on its page.`, {
    errorClass: "permanent",
    code: "auth",
  });
}
