import type { ModelParameters } from "#lib/providers/model-parameters.ts";

/** Parameters that are typed as JSON, and the tool choice that goes with them. */
export type StructuredDraft = {
  responseFormat: "text" | "json" | "schema";
  /** A JSON schema, or `{name, schema, strict}`. */
  schema: string;
  /** A list of tools as JSON, or empty. */
  tools: string;
  /** auto, none, required, or the name of a tool; empty is not sent. */
  toolChoice: string;
  /** A JSON object, or empty. */
  extra: string;
};

type StructuredParameters = Pick<ModelParameters, "responseFormat" | "tools" | "toolChoice" | "extra">;

export const emptyStructuredDraft: StructuredDraft = {
  responseFormat: "text",
  schema: "",
  tools: "",
  toolChoice: "",
  extra: "",
};

/** The name that a schema gets where none is typed; OpenAI wants one. */
const schemaName = "answer";

export function structuredDraftOf(stored: StructuredParameters): StructuredDraft {
  const { responseFormat = "text", tools, toolChoice, extra } = stored;
  return {
    responseFormat: typeof responseFormat === "string" ? responseFormat : "schema",
    schema: typeof responseFormat === "string" ? "" : schemaText(responseFormat.json_schema),
    tools: tools === undefined ? "" : pretty(tools),
    toolChoice: typeof toolChoice === "object" ? toolChoice.function.name : (toolChoice ?? ""),
    extra: extra === undefined ? "" : pretty(extra),
  };
}

/** The parameters, and what cannot be read of them, by the field names that the server uses. */
export function structuredParametersOf(draft: StructuredDraft) {
  const problems: Record<string, string> = {};
  const extra = readJson(draft.extra);
  if (extra !== undefined && !isObject(extra))
    problems["config.parameters.extra"] = 'Write a JSON object, for example {"top_k": 20}.';
  const tools = readJson(draft.tools);
  if (tools !== undefined && !Array.isArray(tools))
    problems["config.parameters.tools"] = "Write a JSON list of tools.";
  const schema = draft.responseFormat === "schema" ? readJson(draft.schema) : undefined;
  if (draft.responseFormat === "schema" && !isObject(schema))
    problems["config.parameters.responseFormat"] = 'Write a JSON schema, for example {"type": "object"}.';
  return {
    parameters: {
      responseFormat: isObject(schema)
        ? { type: "json_schema" as const, json_schema: wholeSchema(schema) }
        : draft.responseFormat === "json"
          ? ("json" as const)
          : undefined,
      tools: Array.isArray(tools) ? tools : undefined,
      toolChoice: toolChoiceOf(draft.toolChoice.trim()),
      extra: isObject(extra) ? extra : undefined,
    },
    problems,
  };
}

type JsonObject = Record<string, unknown>;

function wholeSchema(typed: JsonObject): JsonObject & { name: string; schema: JsonObject } {
  const { name, schema } = typed;
  return typeof name === "string" && isObject(schema)
    ? { ...typed, name, schema }
    : { name: schemaName, schema: typed };
}

function schemaText(stored: { name: string; schema: JsonObject }): string {
  const isPlain = stored.name === schemaName && Object.keys(stored).length === 2;
  return pretty(isPlain ? stored.schema : stored);
}

function toolChoiceOf(text: string): ModelParameters["toolChoice"] {
  if (text === "") return undefined;
  if (text === "auto" || text === "none" || text === "required") return text;
  return { type: "function", function: { name: text } };
}

/** Undefined when empty, null when it is no JSON. */
function readJson(text: string): unknown {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
