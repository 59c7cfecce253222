import { openConnectionKey } from "./connection-key.ts";
import type { CallTarget } from "./get-call-target.ts";
import type { OpenTarget } from "./kinds/build-called-provider.ts";
import { openSecretHeaders } from "./secret-headers.ts";

/** Unseals the secrets of a connection. */
export function openTarget(target: CallTarget): OpenTarget {
  const { id, sealedKey, sealedHeaders, kind, baseUrl, settings, maxConcurrency, timeoutSeconds } = target;
  return {
    kind,
    baseUrl,
    settings,
    maxConcurrency,
    timeoutSeconds,
    apiKey: openConnectionKey(sealedKey, id),
    secretHeaders: openSecretHeaders(sealedHeaders, id),
  };
}
