import { parseJson } from "#lib/providers/json-fields.ts";
import type { AnswerRequest, Provider } from "#lib/providers/provider.ts";
import { type PathStep, parseResponsePath } from "#lib/providers/service/response-path.ts";
import { createServiceProvider } from "#lib/providers/service/service-provider.ts";
import { buildServicePath } from "../../services/address-template.ts";
import { buildServiceBody } from "../../services/body-template.ts";
import type { OpenTarget } from "./build-called-provider.ts";
import { serviceSettingsSchema } from "./service-settings.ts";

/** A team's own service, told about each case by the body template of its connection. */
export function buildServiceProvider(target: OpenTarget, model: string): Provider {
  const settings = serviceSettingsSchema.parse(target.settings);
  const template = parseJson(settings.bodyTemplate);
  const bearer: Record<string, string> =
    target.apiKey === null ? {} : { authorization: `Bearer ${target.apiKey}` };
  return createServiceProvider({
    url: target.baseUrl,
    buildPath: (request: AnswerRequest) => buildServicePath(target.baseUrl, request, model),
    method: settings.method,
    headers: Object.fromEntries(settings.headers.map(({ name, value }) => [name, value])),
    secretHeaders: { ...bearer, ...target.secretHeaders },
    buildBody: (request: AnswerRequest) => buildServiceBody(template, request, model),
    responsePath: stepsOf(settings.responsePath),
    usagePaths: {
      promptTokens: settings.promptTokensPath === "" ? null : stepsOf(settings.promptTokensPath),
      completionTokens: settings.completionTokensPath === "" ? null : stepsOf(settings.completionTokensPath),
    },
    timeoutSeconds: target.timeoutSeconds,
    connections: target.maxConcurrency,
  });
}

function stepsOf(path: string): readonly PathStep[] {
  const parsed = parseResponsePath(path);
  return parsed.ok ? parsed.steps : [];
}
