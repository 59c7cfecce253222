import type { FetchedCall } from "../http/exchange-fetch.ts";
import { countOf } from "../json-fields.ts";
import { mapFinishReason } from "../map-finish-reason.ts";
import type { Answer, ToolCall, Usage } from "../provider.ts";
import { unknownUsage } from "../provider.ts";
import { ProviderError } from "../provider-error.ts";
import type { VendorPart } from "./vendor-model.ts";

type FinishPart = Extract<VendorPart, { type: "finish" }>;

/** Puts the parts of one stream together. `take` throws what an error part holds. */
export class VendorAnswer {
  private readonly call: FetchedCall;
  private readonly toolCalls: ToolCall[] = [];
  private pieces: string[] = [];
  private finish: FinishPart | null = null;
  private id: string | null = null;
  private model: string | null = null;
  private timeToFirstTokenMs: number | null = null;

  constructor(call: FetchedCall) {
    this.call = call;
  }

  take(part: VendorPart): void {
    switch (part.type) {
      case "text-delta":
        if (part.delta !== "") this.timeToFirstTokenMs ??= this.call.arrivedMs;
        this.pieces.push(part.delta);
        return;
      case "tool-input-start":
        this.timeToFirstTokenMs ??= this.call.arrivedMs;
        return;
      case "tool-call":
        this.timeToFirstTokenMs ??= this.call.arrivedMs;
        this.toolCalls.push({ id: part.toolCallId, name: part.toolName, arguments: part.input });
        return;
      case "response-metadata":
        this.id ??= part.id ?? null;
        this.model ??= part.modelId ?? null;
        return;
      case "finish":
        this.finish = part;
        return;
      case "error":
        throw part.error;
    }
  }

  /** Throws `ProviderError` when the stream ended before the vendor said that it was finished. */
  answer(): Answer {
    const { call, finish } = this;
    if (finish === null || finish.finishReason.raw === undefined) throw this.brokenOff();
    return {
      output: this.pieces.join(""),
      toolCalls: this.toolCalls.length > 0 ? this.toolCalls : null,
      finishReason: finishReasonOf(finish.finishReason),
      latencyMs: call.latencyMs ?? call.arrivedMs,
      timeToFirstTokenMs: this.timeToFirstTokenMs,
      usage: usageOf(finish.usage),
      providerRequestId: call.requestId ?? this.id,
      servedModel: this.model,
      rateLimit: call.rateLimit,
    };
  }

  private brokenOff(): ProviderError {
    const chars = this.pieces.reduce((sum, piece) => sum + piece.length, 0);
    const message = `The server's stream broke off after ${chars} characters of answer, before it was finished. Try again.`;
    return new ProviderError(message, { errorClass: "transient", code: "connection", status: 200 });
  }
}

/** Our own word where the package or we know the reason, and the vendor's for any other. */
function finishReasonOf({ unified, raw }: FinishPart["finishReason"]): string | null {
  const isUsual = ["stop", "length", "content-filter", "tool-calls"].includes(unified);
  return isUsual ? unified : mapFinishReason(raw);
}

/** Where a vendor sends no usage, its package counts from zero: a prompt of no tokens is an unknown one. */
function usageOf({ inputTokens, outputTokens }: FinishPart["usage"]): Usage {
  const promptTokens = countOf(inputTokens.total);
  if (promptTokens === null || promptTokens === 0) return unknownUsage;
  return {
    promptTokens,
    completionTokens: countOf(outputTokens.total),
    cachedTokens: countOf(inputTokens.cacheRead),
    reasoningTokens: countOf(outputTokens.reasoning),
  };
}
