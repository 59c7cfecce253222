import { createExchangeFetch } from "../http/exchange-fetch.ts";
import { createHttpClient, type HttpClientSettings } from "../http/http-client.ts";
import type { Answer, Provider } from "../provider.ts";
import { ProviderError } from "../provider-error.ts";
import { mergeExtra } from "./merge-extra.ts";
import { VendorAnswer } from "./vendor-answer.ts";
import { vendorCall } from "./vendor-call.ts";
import { unreadableAnswer, vendorFailure } from "./vendor-failure.ts";
import { createVendorModel } from "./vendor-model.ts";
import { type VendorKind, vendors } from "./vendors.ts";

export type VendorSettings = Omit<HttpClientSettings, "baseUrl" | "apiKey" | "headers" | "secrets"> & {
  kind: VendorKind;
  /** Default: the vendor's own. */
  baseUrl?: string;
  apiKey: string;
  model: string;
};

/**
 * A model of OpenAI, Anthropic, Google or Mistral in the vendor's own protocol, through its package of the `ai` SDK. The
 * package's model is called directly: no retries, nothing downloaded, and less than half of the work of `streamText`.
 */
export function createVendorProvider({ kind, apiKey, model, ...settings }: VendorSettings): Provider {
  const baseUrl = (settings.baseUrl ?? vendors[kind].baseUrl).replace(/\/+$/, "");
  const client = createHttpClient({ ...settings, baseUrl, secrets: [apiKey] });
  const { scrub } = client;
  const unreadable = (body: string) => unreadableAnswer(body, scrub);
  let closed = false;

  return {
    async answer(request, signal): Promise<Answer> {
      if (closed)
        throw new ProviderError(`The connection to ${baseUrl} is closed.`, { errorClass: "permanent" });
      const { extra } = request.parameters;
      const requester = createExchangeFetch(client, baseUrl, unreadable, (body) => mergeExtra(body, extra));
      const call = requester.begin(signal);
      const vendorModel = createVendorModel({ kind, baseUrl, apiKey, model, fetch: requester.fetch });
      try {
        const { stream } = await vendorModel.doStream(vendorCall(request, call.token));
        const answer = new VendorAnswer(call);
        for await (const part of stream) answer.take(part);
        if (call.failure !== null) throw call.failure;
        return answer.answer();
      } catch (error) {
        throw call.failure ?? vendorFailure(error, scrub);
      }
    },
    async close() {
      closed = true;
      await client.close();
    },
  };
}
