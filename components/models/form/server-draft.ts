import type { ModelConfigInput } from "#lib/models/model-config.ts";
import type { PromptMessage } from "#lib/models/template/prompt-message.ts";
import type { ModelParameters } from "#lib/providers/model-parameters.ts";
import { priceText, readNumberText, readPriceText } from "./number-text.ts";
import {
  emptyStructuredDraft,
  type StructuredDraft,
  structuredDraftOf,
  structuredParametersOf,
} from "./structured-draft.ts";

export type MessageDraft = PromptMessage & {
  /** Stays with the message while it is moved; never stored. */
  id: string;
};

/** A server model as it is typed: numbers are text until it is sent. */
export type ServerDraft = StructuredDraft & {
  connectionId: string;
  providerModel: string;
  messages: MessageDraft[];
  temperature: string;
  topP: string;
  maxTokens: string;
  seed: string;
  /** One stop text a line. */
  stop: string;
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
    ...emptyStructuredDraft,
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
    ...structuredDraftOf(parameters),
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
  const structured = structuredParametersOf(draft);
  Object.assign(problems, structured.problems);
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
    ...structured.parameters,
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
