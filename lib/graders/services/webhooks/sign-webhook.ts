import { createHmac } from "node:crypto";

/**
 * The value of the header `touchstone-signature`: `t=<seconds since 1970>,v1=<hex>`, where the hex is HMAC-SHA256 of
 * `<seconds>.<body>` with the secret. Whoever receives it computes the same and refuses an old time.
 */
export function signWebhook(secret: string, seconds: number, body: string): string {
  const signature = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${signature}`;
}
