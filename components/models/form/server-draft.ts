import type { ModelConfigInput } from "#lib/models/model-config.ts";
import type { PromptMessage } from "#lib/models/template/prompt-message.ts";
import type { ModelParameters } from "#lib/providers/model-parameters.ts";
import { priceText, readNumberText, readPriceText } from "./number-text.ts";

export type MessageDraft = PromptMessage & {
  /** Stays with the message while it is moved; never stored. */
  id: string;
};

/** A server model as it is typed: numbers are text until it is sent. */
export type ServerDraft = {
  connectionId: string;
  providerModel: string;
  messages: MessageDraft[];
  temperature: string;
  topP: string;
  maxTokens: string;
  seed: string;
  /** One stop text a line. */
  stop: string;
  responseFormat: "text" | "json";
  /** A JSON object, or empty. */
  extra: string;
  /** Dollars per million tokens; empty is unknown. */
  inputPrice: string;
  outputPrice: string;
};

type StoredServerModel = {
  connection: { id: string } | null;
  providerModel: string | null;
  messages: readonly PromptMessage[];
  parameters: ModelParameters;
  inputPrice: number | null;
  outputPrice: number | null;
};

export function emptyServerDraft(connectionId: string): ServerDraft {
  return {
    connectionId,
    providerModel: "",
    messages: [{ id: "first", role: "user", content: "{{input}}" }],
    temperature: "",
    topP: "",
    maxTokens: "",
    seed: "",
    stop: "",
    responseFormat: "text",
    extra: "",
    inputPrice: "",
    outputPrice: "",
  };
}

export function serverDraftOf(stored: StoredServerModel): ServerDraft {
  const { parameters } = stored;
  return {
    connectionId: stored.connection?.id ?? "",
    providerModel: stored.providerModel ?? "",
    messages: stored.messages.map((message, index) => ({ ...message, id: `stored-${index}` })),
    temperature: textOf(parameters.temperature),
    topP: textOf(parameters.topP),
    maxTokens: textOf(parameters.maxTokens),
    seed: textOf(parameters.seed),
    stop: (parameters.stop ?? []).map(escapeLine).join("\n"),
    responseFormat: parameters.responseFormat ?? "text",
    extra: parameters.extra === undefined ? "" : JSON.stringify(parameters.extra, null, 2),
    inputPrice: priceText(stored.inputPrice),
    outputPrice: priceText(stored.outputPrice),
  };
}

export type DraftResult = { config: ModelConfigInput; problems: Readonly<Record<string, string>> };

/** The configuration to send, and what cannot be read of it, by the same field names that the server uses. */
export function serverConfigOf(draft: ServerDraft): DraftResult {
  const problems: Record<string, string> = {};
  const number = (field: "temperature" | "topP" | "maxTokens" | "seed") => {
    const { value, problem } = readNumberText(draft[field]);
    if (problem !== null) problems[`config.parameters.${field}`] = problem;
    return value;
  };
  const price = (field: "inputPrice" | "outputPrice") => {
    const { value, problem } = readPriceText(draft[field]);
    if (problem !== null) problems[`config.${field}`] = problem;
    return value;
  };
  const extra = readExtra(draft.extra);
  if (extra === null) problems["config.parameters.extra"] = 'Write a JSON object, for example {"top_k": 20}.';
  const stop = draft.stop
    .split("\n")
    .filter((line) => line !== "")
    .map(unescapeLine);
  const parameters: ModelParameters = {
    temperature: number("temperature"),
    topP: number("topP"),
    maxTokens: number("maxTokens"),
    seed: number("seed"),
    stop: stop.length > 0 ? stop : undefined,
    responseFormat: draft.responseFormat === "json" ? "json" : undefined,
    extra: extra ?? undefined,
  };
  return {
    config: {
      provider: "connection",
      connectionId: draft.connectionId,
      providerModel: draft.providerModel,
      messages: draft.messages.map(({ role, content }) => ({ role, content })),
      parameters,
      inputPrice: price("inputPrice"),
      outputPrice: price("outputPrice"),
    },
    problems,
  };
}

/** Undefined when empty, null when it is not a JSON object. */
function readExtra(text: string): Record<string, unknown> | undefined | null {
  if (text.trim() === "") return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? Object.fromEntries(Object.entries(value)) : null;
  } catch {
    return null;
  }
}

function textOf(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}

/** A stop text may itself be a line break, which is typed as \n. */
function unescapeLine(line: string): string {
  return line.replace(/\\(n|t|\\)/g, (_whole, letter: string) =>
    letter === "n" ? "\n" : letter === "t" ? "\t" : "\\",
  );
}

function escapeLine(text: string): string {
  return text.replace(/\\/g, "\\\\").replace(/\n/g, "\\n").replace(/\t/g, "\\t");
}
