import type { GraderServices } from "../services/grader-services.ts";
import type { JudgeRequest } from "../services/judge-caller.ts";
import { noServices } from "../services/no-services.ts";

type Script = {
  /** What the judge says; the default fills the schema: yes to everything, the first of every choice. */
  judge?: (request: JudgeRequest, call: number) => string;
  /** The vector of a text. */
  embed?: (text: string) => number[];
  webhook?: (body: unknown) => unknown;
};

export type ScriptedServices = { services: GraderServices; requests: JudgeRequest[]; posted: unknown[] };

/** Services that answer as scripted, and write down what they were asked. A judgement costs 3 micro-dollars. */
export function scriptedServices({ judge, embed, webhook }: Script = {}): ScriptedServices {
  const requests: JudgeRequest[] = [];
  const posted: unknown[] = [];
  const services: GraderServices = {
    ...noServices,
    judges: {
      async ask(request) {
        requests.push(request);
        const text = judge?.(request, requests.length) ?? JSON.stringify(fill(request.responseSchema));
        const name = `Judge ${request.modelVersionId.slice(-1)}`;
        const usage = { calls: 1, promptTokens: 10, completionTokens: 2, costMicroUsd: 3, models: [name] };
        return { type: "answered", judge: name, text, finishReason: "stop", usage };
      },
    },
    embeddings: {
      async embed({ texts }) {
        const usage = { calls: 1, promptTokens: texts.length, completionTokens: 0, costMicroUsd: 1 };
        return { type: "embedded", vectors: texts.map(embed ?? ((text) => [text.length, 1])), usage };
      },
    },
    webhooks: {
      async post({ body }) {
        posted.push(body);
        return {
          type: "answered",
          body: webhook?.(body) ?? { pass: true, reason: "It is as it should be." },
        };
      },
    },
  };
  return { services, requests, posted };
}

/** A value that a schema of ours takes. */
function fill(schema: unknown): unknown {
  const { type, enum: choices, properties, items } = Object(schema);
  if (Array.isArray(choices)) return choices[0];
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return 1;
  if (type === "array") return [fill(items)];
  if (type !== "object") return "It is as it should be.";
  return Object.fromEntries(Object.entries(Object(properties)).map(([key, inner]) => [key, fill(inner)]));
}
