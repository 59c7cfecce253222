import { describe, expect, it } from "vitest";
import type { ErrorClass } from "../../provider-error.ts";
import { classifyInBandError, classifyNetworkError, classifyStatus } from "./classify-failure.ts";

describe("classifyStatus", () => {
  it.each<[number, string, ErrorClass]>([
    [301, "", "permanent"],
    [400, "", "permanent"],
    [401, "", "permanent"],
    [402, "", "permanent"],
    [403, "", "permanent"],
    [404, "", "permanent"],
    [408, "", "transient"],
    [409, "", "transient"],
    [413, "", "permanent"],
    [425, "", "transient"],
    [429, "Rate limit reached", "rate-limit"],
    [429, '{"error":{"code":"insufficient_quota"}}', "permanent"],
    [500, "", "transient"],
    [501, "", "permanent"],
    [503, "", "transient"],
    [529, "overloaded", "transient"],
  ])("%i %s", (status, words, errorClass) => {
    const failure = classifyStatus(status, words);
    expect(failure.errorClass).toBe(errorClass);
    expect(failure.advice).toMatch(/^[A-Z].*\.$/);
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
    ["invalid_request_error", "bad-answer"],
    [null, "bad-answer"],
    [7, "bad-answer"],
  ])("%s", (code, errorClass) => {
    expect(classifyInBandError(code, "").errorClass).toBe(errorClass);
  });
});

describe("classifyNetworkError", () => {
  it.each<[string, ErrorClass]>([
    ["ECONNREFUSED", "transient"],
    ["ECONNRESET", "transient"],
    ["ENOTFOUND", "transient"],
    ["UND_ERR_HEADERS_TIMEOUT", "transient"],
    ["UND_ERR_SOCKET", "transient"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "permanent"],
    ["CERT_HAS_EXPIRED", "permanent"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "permanent"],
    ["UND_ERR_INVALID_ARG", "permanent"],
    ["UND_ERR_DESTROYED", "cancelled"],
    ["", "transient"],
  ])("%s", (code, errorClass) => {
    expect(classifyNetworkError(code).errorClass).toBe(errorClass);
  });
});
