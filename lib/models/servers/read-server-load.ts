import { parsePrometheus } from "./parse-prometheus.ts";

export type ServerLoad = {
  software: "vLLM" | "TGI" | "llama.cpp";
  /** Requests that are being answered; null where the server does not say. */
  running: number | null;
  waiting: number | null;
  /** Part of the KV cache that is in use, in 0..1. */
  kvCacheUsage: number | null;
  /** Tokens generated since the server started: two readings make a rate. */
  generatedTokens: number | null;
  /** What the server itself tells as its rate. */
  statedTokensPerSecond: number | null;
};

type Names = {
  software: ServerLoad["software"];
  /** Any of these says which server it is. */
  marks: readonly string[];
  running: readonly string[];
  waiting: readonly string[];
  kvCache: readonly string[];
  generated: readonly string[];
  rate: readonly string[];
};

/**
 * What each server calls it, the newest name first. Sources: vLLM "Production Metrics" (v0 and v1), TGI "Metrics" reference, llama.cpp
 * server README.
 */
const servers: readonly Names[] = [
  {
    software: "vLLM",
    marks: ["vllm:num_requests_running", "vllm:num_requests_waiting"],
    running: ["vllm:num_requests_running"],
    waiting: ["vllm:num_requests_waiting"],
    kvCache: ["vllm:kv_cache_usage_perc", "vllm:gpu_cache_usage_perc"],
    generated: ["vllm:generation_tokens_total", "vllm:generation_tokens"],
    rate: ["vllm:avg_generation_throughput_toks_per_s"],
  },
  {
    software: "TGI",
    marks: ["tgi_queue_size", "tgi_batch_current_size"],
    running: ["tgi_batch_current_size"],
    waiting: ["tgi_queue_size"],
    kvCache: [],
    generated: ["tgi_request_generated_tokens_sum"],
    rate: [],
  },
  {
    software: "llama.cpp",
    marks: ["llamacpp:requests_processing", "llamacpp:requests_deferred", "llamacpp:tokens_predicted_total"],
    running: ["llamacpp:requests_processing"],
    waiting: ["llamacpp:requests_deferred"],
    kvCache: ["llamacpp:kv_cache_usage_ratio"],
    generated: ["llamacpp:tokens_predicted_total"],
    rate: ["llamacpp:predicted_tokens_seconds"],
  },
];

/** The load that a server's metrics tell, summed over its models and engines; null when it is none of the servers that are known. */
export function readServerLoad(text: string): ServerLoad | null {
  const metrics = parsePrometheus(text);
  const server = servers.find(({ marks }) => marks.some((name) => metrics.has(name)));
  if (server === undefined) return null;
  const valuesOf = (names: readonly string[]) =>
    names
      .map((name) => metrics.get(name))
      .find((values) => values !== undefined)
      ?.filter(Number.isFinite);
  const sumOf = (names: readonly string[]) => {
    const values = valuesOf(names) ?? [];
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
  };
  const kvCache = valuesOf(server.kvCache) ?? [];
  return {
    software: server.software,
    running: sumOf(server.running),
    waiting: sumOf(server.waiting),
    // Of several engines, the fullest: it is the one that makes requests wait.
    kvCacheUsage: kvCache.length === 0 ? null : Math.min(1, Math.max(0, ...kvCache)),
    generatedTokens: sumOf(server.generated),
    statedTokensPerSecond: sumOf(server.rate),
  };
}
