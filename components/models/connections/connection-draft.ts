import type {
  CreateConnectionInput,
  TestConnectionInput,
} from "#lib/models/connections/connection-schema.ts";
import type { ConnectionDetails } from "#lib/models/connections/get-connection.ts";
import type { ConnectionKind } from "#lib/models/connections/kinds/connection-kind.ts";
import { readNumberText } from "../form/number-text.ts";
import {
  type CommandDraft,
  commandDraftOf,
  commandSettingsOf,
  type ServiceDraft,
  secretHeadersOf,
  serviceDraftOf,
  serviceSettingsOf,
} from "./settings-draft.ts";

/** A connection as it is typed: numbers are text until it is sent, and what other kinds have is kept. */
export type ConnectionDraft = {
  kind: ConnectionKind;
  name: string;
  baseUrl: string;
  apiKey: string;
  removeKey: boolean;
  maxConcurrency: string;
  requestsPerMinute: string;
  tokensPerMinute: string;
  timeoutSeconds: string;
  service: ServiceDraft;
  command: CommandDraft;
};

type Stored = Omit<ConnectionDetails, "id" | "keyHint" | "createdAt" | "archivedAt">;

export function connectionDraftOf(stored: Stored | null): ConnectionDraft {
  return {
    kind: stored?.kind ?? "openai_compatible",
    name: stored?.name ?? "",
    baseUrl: stored?.baseUrl ?? "",
    apiKey: "",
    removeKey: false,
    maxConcurrency: String(stored?.maxConcurrency ?? 8),
    requestsPerMinute: String(stored?.requestsPerMinute ?? ""),
    tokensPerMinute: String(stored?.tokensPerMinute ?? ""),
    timeoutSeconds: String(stored?.timeoutSeconds ?? 120),
    service: serviceDraftOf(stored?.settings),
    command: commandDraftOf(stored?.settings),
  };
}

/** What to send, and the fields that hold no number. An empty number takes the default, an empty limit is none. */
export function connectionInputOf(draft: ConnectionDraft): {
  input: CreateConnectionInput & { removeKey: boolean };
  problems: Record<string, string>;
} {
  const problems: Record<string, string> = {};
  const number = (
    field: "maxConcurrency" | "timeoutSeconds" | "requestsPerMinute" | "tokensPerMinute",
  ): number | undefined => {
    const { value, problem } = readNumberText(draft[field]);
    if (problem !== null) problems[field] = problem;
    return value;
  };
  return {
    input: {
      ...targetOf(draft),
      name: draft.name,
      removeKey: draft.removeKey && draft.apiKey === "",
      maxConcurrency: number("maxConcurrency"),
      requestsPerMinute: number("requestsPerMinute") ?? null,
      tokensPerMinute: number("tokensPerMinute") ?? null,
      timeoutSeconds: number("timeoutSeconds"),
    },
    problems,
  };
}

/** What the test of a connection needs of it. */
export function targetOf(draft: ConnectionDraft): Omit<TestConnectionInput, "connectionId" | "model"> {
  const { kind, baseUrl, apiKey, service, command } = draft;
  return {
    kind,
    baseUrl,
    apiKey: kind === "command" ? "" : apiKey,
    settings:
      kind === "http" ? serviceSettingsOf(service) : kind === "command" ? commandSettingsOf(command) : {},
    secretHeaders: kind === "http" ? secretHeadersOf(service) : [],
  };
}
