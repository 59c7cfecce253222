import { type Provider, unknownUsage } from "../provider.ts";
import { ProviderError } from "../provider-error.ts";
import type { Predictor } from "./predictor.ts";

/** Answers with a baseline in this process. Reads the case input and nothing else; latency is the time of `predict` alone. */
export function createBuiltInProvider(predictor: Predictor): Provider {
  let closed = false;
  return {
    async answer({ input }, signal) {
      if (closed) throw new ProviderError("This model is closed.", { errorClass: "permanent" });
      if (signal.aborted) throw new ProviderError("The call was cancelled.", { errorClass: "cancelled" });
      const startedAt = performance.now();
      const { output } = predict(predictor, input);
      return {
        output,
        toolCalls: null,
        finishReason: "stop",
        latencyMs: performance.now() - startedAt,
        timeToFirstTokenMs: null,
        usage: unknownUsage,
        providerRequestId: null,
        servedModel: null,
        rateLimit: null,
      };
    },
    async close() {
      closed = true;
    },
  };
}

function predict(predictor: Predictor, input: unknown): { output: string } {
  try {
    return predictor.predict(input);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProviderError(`The built-in model cannot read this case: ${reason}`, {
      errorClass: "permanent",
    });
  }
}
