import { describe, expect, test } from "vitest";
import { parsePrometheus } from "./parse-prometheus.ts";
import { readServerLoad } from "./read-server-load.ts";

const vllm = `# HELP vllm:num_requests_running Requests in execution.
# TYPE vllm:num_requests_running gauge
vllm:num_requests_running{engine="0",model_name="org/small-1b"} 6.0
vllm:num_requests_running{engine="1",model_name="org/small-1b"} 5.0
# TYPE vllm:num_requests_waiting gauge
vllm:num_requests_waiting{engine="0",model_name="org/small-1b"} 2.0
vllm:num_requests_waiting{engine="1",model_name="org/small-1b"} 0.0
vllm:kv_cache_usage_perc{engine="0",model_name="org/small-1b"} 0.4375
vllm:kv_cache_usage_perc{engine="1",model_name="org/small-1b"} 0.91
vllm:generation_tokens_total{engine="0",model_name="org/small-1b"} 1.25e+06
vllm:generation_tokens_created{engine="0",model_name="org/small-1b"} 1.7634e+09
vllm:time_to_first_token_seconds_bucket{le="0.001",model_name="org/small-1b"} 0.0
vllm:time_to_first_token_seconds_bucket{le="+Inf",model_name="org/small-1b"} 311.0
python_gc_objects_collected_total{generation="0"} 9071.0
`;

const oldVllm = `vllm:num_requests_running{model_name="m"} 1.0
vllm:num_requests_waiting{model_name="m"} 0.0
vllm:gpu_cache_usage_perc{model_name="m"} 0.02
vllm:avg_generation_throughput_toks_per_s{model_name="m"} 88.5
vllm:generation_tokens_total{model_name="m"} 40.0
`;

const tgi = `# TYPE tgi_queue_size gauge
tgi_queue_size 3
# TYPE tgi_batch_current_size gauge
tgi_batch_current_size 12
# TYPE tgi_request_generated_tokens histogram
tgi_request_generated_tokens_bucket{le="1"} 0
tgi_request_generated_tokens_bucket{le="+Inf"} 20
tgi_request_generated_tokens_sum 4096
tgi_request_generated_tokens_count 20
`;

const llamaCpp = `# HELP llamacpp:tokens_predicted_total Generated tokens.
# TYPE llamacpp:tokens_predicted_total counter
llamacpp:tokens_predicted_total 512
llamacpp:predicted_tokens_seconds 31.4
llamacpp:requests_processing 1
llamacpp:requests_deferred 0
`;

describe("the load of a server", () => {
  test.each([
    [
      "vLLM with two engines",
      vllm,
      {
        software: "vLLM",
        running: 11,
        waiting: 2,
        kvCacheUsage: 0.91,
        generatedTokens: 1_250_000,
        statedTokensPerSecond: null,
      },
    ],
    [
      "an older vLLM",
      oldVllm,
      {
        software: "vLLM",
        running: 1,
        waiting: 0,
        kvCacheUsage: 0.02,
        generatedTokens: 40,
        statedTokensPerSecond: 88.5,
      },
    ],
    [
      "TGI",
      tgi,
      {
        software: "TGI",
        running: 12,
        waiting: 3,
        kvCacheUsage: null,
        generatedTokens: 4096,
        statedTokensPerSecond: null,
      },
    ],
    [
      "llama.cpp",
      llamaCpp,
      {
        software: "llama.cpp",
        running: 1,
        waiting: 0,
        kvCacheUsage: null,
        generatedTokens: 512,
        statedTokensPerSecond: 31.4,
      },
    ],
  ])("%s", (_name, text, load) => {
    expect(readServerLoad(text)).toEqual(load);
  });

  test.each([
    ["nothing", ""],
    ["a page", "<!doctype html><html><title>Welcome</title></html>"],
    ["another program's metrics", "go_goroutines 12\nprocess_cpu_seconds_total 1.5\n"],
    ["values that are none", 'vllm:num_requests_running{a="b"} many\n'],
  ])("%s is no server that is known", (_name, text) => {
    expect(readServerLoad(text)).toBeNull();
  });
});

test("the text format: labels with anything in them, times, infinities, and no NaN", () => {
  const text = [
    'a{path="/x} 9",quote="\\"",slash="\\\\"} 1.5 1712000000000',
    "a 2\r",
    "b +Inf",
    "b -Inf",
    "b NaN",
    "c{} 0x10",
    "d 1 2 3",
    "1e 5",
    `e${"x".repeat(5_000)} 1`,
    'f_bucket{le="1"} 3',
    "g",
  ].join("\n");
  expect([...parsePrometheus(text)]).toEqual([
    ["a", [1.5, 2]],
    ["b", [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]],
    ["c", [16]],
  ]);
});

test("a line that could take long to read does not", () => {
  const text = `a${"{".repeat(2_000)}${"} ".repeat(1_000)}\n`.repeat(50);
  const startedAt = performance.now();
  parsePrometheus(text);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});
