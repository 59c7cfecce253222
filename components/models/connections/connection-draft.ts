import type { CreateConnectionInput } from "#lib/models/connections/connection-schema.ts";
import { readNumberText } from "../form/number-text.ts";

export type ConnectionDraft = {
  name: string;
  baseUrl: string;
  apiKey: string;
  removeKey: boolean;
  maxConcurrency: string;
  timeoutSeconds: string;
};

type Stored = { name: string; baseUrl: string; maxConcurrency: number; timeoutSeconds: number };

export function connectionDraftOf(stored: Stored | null): ConnectionDraft {
  return {
    name: stored?.name ?? "",
    baseUrl: stored?.baseUrl ?? "",
    apiKey: "",
    removeKey: false,
    maxConcurrency: String(stored?.maxConcurrency ?? 8),
    timeoutSeconds: String(stored?.timeoutSeconds ?? 120),
  };
}

/** What to send, and the fields that hold no number. An empty number takes the default. */
export function connectionInputOf(draft: ConnectionDraft): {
  input: CreateConnectionInput & { removeKey: boolean };
  problems: Record<string, string>;
} {
  const problems: Record<string, string> = {};
  const number = (field: "maxConcurrency" | "timeoutSeconds") => {
    const { value, problem } = readNumberText(draft[field]);
    if (problem !== null) problems[field] = problem;
    return value;
  };
  const { name, baseUrl, apiKey, removeKey } = draft;
  return {
    input: {
      name,
      baseUrl,
      apiKey,
      removeKey: removeKey && apiKey === "",
      maxConcurrency: number("maxConcurrency"),
      timeoutSeconds: number("timeoutSeconds"),
    },
    problems,
  };
}
