import type { JsonValue } from "../grader-kind.ts";

export type WebhookResult = { type: "answered"; body: unknown } | { type: "failed"; reason: string };

/** Posts signed JSON, with retries where they can help. Rejects only when `signal` is aborted, or with `ServicesStopped`. */
export type WebhookCaller = {
  post(
    request: { url: string; secretId: string | null; body: JsonValue; timeoutMs: number },
    signal: AbortSignal,
  ): Promise<WebhookResult>;
};
