import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "#lib/context/context.ts";
import { withPatience } from "#lib/db/with-patience.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { refuseMetadataHost } from "#lib/models/connections/refuse-metadata-host.ts";
import { retryDelayMs } from "#lib/providers/failures/retry-delay.ts";
import { BodyReader } from "#lib/providers/http/body-reader.ts";
import { createHttpClient } from "#lib/providers/http/http-client.ts";
import { parseJson } from "#lib/providers/json-fields.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import type { CallLimits } from "../calling/call-limits.ts";
import { ServicesStopped } from "../services-stopped.ts";
import type { WebhookCaller, WebhookResult } from "../webhook-caller.ts";
import { signWebhook } from "./sign-webhook.ts";
import { openSigningSecret } from "./signing-secrets.ts";

const maxSentBytes = 2_000_000;
const maxReceivedBytes = 100_000;
const tries = 4;
const patienceMs = 10 * 60_000;

type Post = Parameters<WebhookCaller["post"]>[0];

/**
 * Posts JSON to an address that an editor entered; private addresses are allowed, the machine's metadata service is not. Redirects
 * are not followed. Repeats after 429, 5xx and broken connections with growing pauses, four tries in all.
 */
export function createWebhookCaller(ctx: Context, limits: Pick<CallLimits, "halted">): WebhookCaller {
  return {
    async post(request, signal) {
      const body = JSON.stringify(request.body);
      if (Buffer.byteLength(body) > maxSentBytes)
        return failed("The answer and its case are more than 2 MB, which is more than is posted.");
      try {
        const { secretId } = request;
        const secret =
          secretId === null ? null : await withPatience(patienceMs, () => openSigningSecret(ctx, secretId));
        await refuseMetadataHost(request.url);
        return await postPatiently(limits, request, body, secret, signal);
      } catch (error) {
        if (error instanceof AppError) return failed(`The address cannot be called: ${error.message}`);
        if (!(error instanceof ProviderError) || signal.aborted) throw error;
        return failed(error.message);
      }
    },
  };
}

async function postPatiently(
  { halted }: Pick<CallLimits, "halted">,
  request: Post,
  body: string,
  secret: string | null,
  signal: AbortSignal,
): Promise<WebhookResult> {
  for (let tried = 1; ; tried++) {
    if (halted.aborted) throw new ServicesStopped();
    try {
      return await postOnce(request, body, secret, signal);
    } catch (error) {
      if (!(error instanceof ProviderError) || signal.aborted || tried === tries) throw error;
      if (error.errorClass !== "rate-limit" && error.errorClass !== "transient") throw error;
      const pauseMs = retryDelayMs(tried + 1, error.retryAfterMs, Math.random());
      await sleep(pauseMs, undefined, { signal: halted }).catch(() => undefined);
    }
  }
}

async function postOnce(
  { url, timeoutMs }: Post,
  body: string,
  secret: string | null,
  signal: AbortSignal,
): Promise<WebhookResult> {
  const { origin, pathname, search } = new URL(url);
  const client = createHttpClient({
    baseUrl: origin,
    timeoutSeconds: timeoutMs / 1_000,
    connections: 1,
    maxBodyBytes: maxReceivedBytes,
    secrets: secret === null ? [] : [secret],
  });
  try {
    const headers: Record<string, string> = {
      "content-type": "application/json",
      accept: "application/json",
      "user-agent": "touchstone",
    };
    if (secret !== null)
      headers["touchstone-signature"] = signWebhook(secret, Math.floor(Date.now() / 1_000), body);
    const reader = new BodyReader(client.scrub);
    await client.send({ method: "POST", path: pathname + search, body, headers }, reader, signal);
    const text = reader.body(Date.now());
    const answer = parseJson(text);
    return answer === undefined
      ? failed("The address answered with something that is not JSON.")
      : { type: "answered", body: answer };
  } finally {
    await client.close();
  }
}

function failed(reason: string): WebhookResult {
  return { type: "failed", reason };
}
