import { describe, expect, it } from "vitest";
import type { ErrorClass, ErrorCode } from "../provider-error.ts";
import { classifyNetworkError } from "./classify-network-error.ts";
import { classifyInBandError, classifyStatus } from "./classify-status.ts";

describe("classifyStatus", () => {
  it.each<[number, string, ErrorClass, ErrorCode]>([
    [301, "", "permanent", "bad-request"],
    [400, "", "permanent", "bad-request"],
    [401, "", "permanent", "auth"],
    [402, "", "permanent", "quota"],
    [403, "", "permanent", "auth"],
    [404, "", "permanent", "not-found"],
    [408, "", "transient", "timeout"],
    [409, "", "transient", "server-error"],
    [413, "", "permanent", "context-too-long"],
    [425, "", "transient", "server-error"],
    [429, "Rate limit reached", "rate-limit", "rate-limit"],
    [429, '{"error":{"code":"insufficient_quota"}}', "permanent", "quota"],
    [500, "", "transient", "server-error"],
    [501, "", "permanent", "bad-request"],
    [503, "", "transient", "server-error"],
    [504, "", "transient", "timeout"],
    [529, '{"type":"error","error":{"type":"overloaded_error"}}', "transient", "server-error"],
  ])("%i %s", (status, body, errorClass, code) => {
    const failure = classifyStatus(status, body);
    expect(failure).toMatchObject({ errorClass, code });
    expect(failure.advice).toMatch(/^[A-Z].*\.$/);
  });
});

describe("what the servers say in words", () => {
  it.each<[string, number, string, ErrorCode]>([
    [
      "OpenAI, too long",
      400,
      '{"error":{"message":"This model\'s maximum context length is 128000 tokens.","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}',
      "context-too-long",
    ],
    [
      "vLLM, too long",
      400,
      '{"object":"error","message":"This model\'s maximum context length is 4096 tokens. However, you requested 5000 tokens","type":"BadRequestError","code":400}',
      "context-too-long",
    ],
    [
      "llama.cpp, too long",
      400,
      '{"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error"}}',
      "context-too-long",
    ],
    [
      "TGI, too long",
      422,
      '{"error":"Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 5000 `inputs` tokens","error_type":"validation"}',
      "context-too-long",
    ],
    [
      "Anthropic, too long",
      400,
      '{"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 210000 tokens > 200000 maximum"}}',
      "context-too-long",
    ],
    [
      "Google, too long",
      400,
      '{"error":{"code":400,"message":"The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).","status":"INVALID_ARGUMENT"}}',
      "context-too-long",
    ],
    [
      "Mistral, too long",
      400,
      '{"object":"error","message":"Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length","type":"invalid_request_prompt","code":"3051"}',
      "context-too-long",
    ],
    [
      "OpenAI, filtered",
      400,
      '{"error":{"message":"Your request was rejected as a result of our safety system.","code":"content_policy_violation"}}',
      "content-filter",
    ],
    [
      "Azure, filtered",
      400,
      '{"error":{"message":"The response was filtered","code":"content_filter","innererror":{"code":"ResponsibleAIPolicyViolation"}}}',
      "content-filter",
    ],
    [
      "Anthropic, filtered",
      400,
      '{"type":"error","error":{"type":"invalid_request_error","message":"Output blocked by content filtering policy"}}',
      "content-filter",
    ],
    [
      "Anthropic, no credit",
      400,
      '{"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the Anthropic API."}}',
      "quota",
    ],
    [
      "Google, minute used up",
      429,
      '{"error":{"code":429,"message":"You exceeded your current quota, please check your plan and billing details.","status":"RESOURCE_EXHAUSTED","details":[{"quotaId":"GenerateRequestsPerMinutePerProjectPerModel-FreeTier"},{"retryDelay":"34s"}]}}',
      "rate-limit",
    ],
    [
      "Google, day used up",
      429,
      '{"error":{"code":429,"status":"RESOURCE_EXHAUSTED","details":[{"quotaId": "GenerateRequestsPerDayPerProjectPerModel-FreeTier"}]}}',
      "quota",
    ],
    ["a plain bad request", 400, '{"error":{"message":"temperature must be at most 2"}}', "bad-request"],
    [
      "a wrong key, whatever it says",
      401,
      '{"error":{"message":"insufficient_quota is not the reason"}}',
      "auth",
    ],
  ])("%s", (_name, status, body, code) => {
    expect(classifyStatus(status, body).code).toBe(code);
  });
});

describe("classifyInBandError", () => {
  it.each<[string | number | null, ErrorClass]>([
    [429, "rate-limit"],
    ["429", "rate-limit"],
    [502, "transient"],
    [401, "permanent"],
    ["rate_limit_exceeded", "rate-limit"],
    ["insufficient_quota", "permanent"],
    ["overloaded_error", "transient"],
    ["server_error", "transient"],
    ["authentication_error", "permanent"],
    ["invalid_request_error", "bad-answer"],
    [null, "bad-answer"],
    [7, "bad-answer"],
  ])("%s", (code, errorClass) => {
    expect(classifyInBandError(code, "").errorClass).toBe(errorClass);
  });

  it("reads the words where the code says little", () => {
    const { code } = classifyInBandError("invalid_request_error", "prompt is too long: 7 tokens > 5 maximum");
    expect(code).toBe("context-too-long");
  });
});

describe("classifyNetworkError", () => {
  it.each<[string, ErrorClass, ErrorCode]>([
    ["ECONNREFUSED", "transient", "connection"],
    ["ECONNRESET", "transient", "connection"],
    ["ENOTFOUND", "transient", "connection"],
    ["UND_ERR_HEADERS_TIMEOUT", "transient", "timeout"],
    ["UND_ERR_SOCKET", "transient", "connection"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "permanent", "connection"],
    ["CERT_HAS_EXPIRED", "permanent", "connection"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "permanent", "connection"],
    ["UND_ERR_INVALID_ARG", "permanent", "bad-request"],
    ["UND_ERR_DESTROYED", "cancelled", "cancelled"],
    ["", "transient", "connection"],
  ])("%s", (networkCode, errorClass, code) => {
    expect(classifyNetworkError(networkCode)).toMatchObject({ errorClass, code });
  });
});
