import { classifyInBandError } from "../failures/classify-status.ts";
import { isHtml, serverWords } from "../failures/server-words.ts";
import { BodyReader } from "../http/body-reader.ts";
import { createHttpClient, type HttpClientSettings } from "../http/http-client.ts";
import type { Scrub } from "../http/scrub-secrets.ts";
import { countOf, memberOf, parseJson, textOf } from "../json-fields.ts";
import type { Answer, AnswerRequest, Provider, Usage } from "../provider.ts";
import { ProviderError } from "../provider-error.ts";
import { type PathStep, valueAt } from "./response-path.ts";
import type { ServiceMethod } from "./service-methods.ts";

type Limits = Pick<HttpClientSettings, "timeoutSeconds" | "connections" | "maxBodyBytes">;

export type ServiceSettings = Limits & {
  /** The whole address, with its query. Only its origin is ever called. */
  url: string;
  /** Path and query of a request, beginning with a slash, where they differ between requests. */
  buildPath?: (request: AnswerRequest) => string;
  method: ServiceMethod;
  headers: Readonly<Record<string, string>>;
  /** Headers whose values never appear in an error. */
  secretHeaders: Readonly<Record<string, string>>;
  /** The JSON that a request is sent as. Nothing is sent with GET. */
  buildBody: (request: AnswerRequest) => unknown;
  /** Where the answer stands in the JSON that comes back; no steps: the whole body is the answer, as text. */
  responsePath: readonly PathStep[];
  usagePaths: { promptTokens: readonly PathStep[] | null; completionTokens: readonly PathStep[] | null };
};

/**
 * Any service that takes a request over HTTP and gives back an answer: a team's own agent, pipeline or model server. The answer comes in one
 * piece, so there is no time to first token; counts are null where no path leads to them.
 */
export function createServiceProvider(settings: ServiceSettings): Provider {
  const { url, buildPath, method, headers, secretHeaders, buildBody, responsePath, usagePaths, ...limits } =
    settings;
  const { origin, pathname, search, searchParams } = new URL(url);
  const secrets = [...Object.values(secretHeaders), ...searchParams.values()];
  const client = createHttpClient({ ...limits, baseUrl: origin, secrets });
  const sent = {
    ...(method === "GET" ? {} : { "content-type": "application/json" }),
    accept: "application/json, text/plain",
    "user-agent": "touchstone",
    ...lowerCased(headers),
    ...lowerCased(secretHeaders),
  };
  return {
    async answer(request, signal): Promise<Answer> {
      const path = buildPath?.(request) ?? pathname + search;
      const body = method === "GET" ? {} : { body: JSON.stringify(buildBody(request)) ?? "null" };
      const reader = new BodyReader(client.scrub);
      const { latencyMs } = await client.send({ method, path, ...body, headers: sent }, reader, signal);
      const now = Date.now();
      const text = reader.body(now);
      const json = responsePath.length === 0 ? undefined : parseJson(text);
      return {
        output: responsePath.length === 0 ? text : outputAt(json, responsePath, text, client.scrub),
        toolCalls: null,
        finishReason: null,
        latencyMs,
        timeToFirstTokenMs: null,
        usage: usageAt(json ?? parseJson(text), usagePaths),
        providerRequestId: reader.requestId(),
        servedModel: null,
        rateLimit: reader.rateLimit(now),
      };
    },
    close: () => client.close(),
  };
}

function outputAt(json: unknown, steps: readonly PathStep[], text: string, scrub: Scrub): string {
  const value = valueAt(json, steps);
  if (typeof value === "string") return value;
  if (value !== undefined && value !== null) return JSON.stringify(value);
  throw withoutAnswer(json, steps, text, scrub);
}

function withoutAnswer(json: unknown, steps: readonly PathStep[], text: string, scrub: Scrub): ProviderError {
  const words = serverWords(scrub(text)) || "nothing";
  const error = memberOf(json, "error");
  if (error !== undefined && error !== null) {
    const code = memberOf(error, "code") ?? memberOf(error, "type");
    const failure = classifyInBandError(typeof code === "number" ? code : textOf(code), text);
    const message = `The service reported an error. ${failure.advice} It said: "${words}"`;
    return new ProviderError(message, { errorClass: failure.errorClass, code: failure.code, status: 200 });
  }
  const what =
    json !== undefined
      ? `JSON that has nothing at ${pathText(steps)}: correct the response path of the connection`
      : isHtml(text)
        ? "a web page instead of JSON: check the address"
        : "something that is no JSON";
  const message = `The service sent ${what}. It said: "${words}"`;
  return new ProviderError(message, { errorClass: "bad-answer", status: 200 });
}

function usageAt(json: unknown, paths: ServiceSettings["usagePaths"]): Usage {
  const count = (steps: readonly PathStep[] | null) =>
    steps === null ? null : countOf(valueAt(json, steps));
  return {
    promptTokens: count(paths.promptTokens),
    completionTokens: count(paths.completionTokens),
    cachedTokens: null,
    reasoningTokens: null,
  };
}

function pathText(steps: readonly PathStep[]): string {
  return steps
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
