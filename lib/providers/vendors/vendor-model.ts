import { createAnthropic } from "@ai-sdk/anthropic";
import { createGoogle } from "@ai-sdk/google";
import { createMistral } from "@ai-sdk/mistral";
import { createOpenAI } from "@ai-sdk/openai";
import type { VendorKind } from "./vendors.ts";

/** A model as the vendor packages of the `ai` SDK implement it. */
export type VendorModel = ReturnType<ReturnType<typeof createOpenAI>["chat"]>;
export type VendorCall = Parameters<VendorModel["doStream"]>[0];
type VendorStream = Awaited<ReturnType<VendorModel["doStream"]>>["stream"];
export type VendorPart = VendorStream extends ReadableStream<infer Part> ? Part : never;

type VendorModelSettings = {
  kind: VendorKind;
  baseUrl: string;
  apiKey: string;
  model: string;
  fetch: typeof fetch;
};

export function createVendorModel({ kind, baseUrl, apiKey, model, fetch }: VendorModelSettings): VendorModel {
  const settings = { baseURL: baseUrl, apiKey, fetch };
  switch (kind) {
    case "openai":
      // Chat completions, not responses: only these take a seed.
      return createOpenAI(settings).chat(model);
    case "anthropic":
      return createAnthropic(settings)(model);
    case "google":
      return createGoogle(settings)(model);
    case "mistral":
      return createMistral(settings)(model);
  }
}
