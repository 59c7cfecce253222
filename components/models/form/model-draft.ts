import type { ModelVersion } from "#lib/models/versions/model-version.ts";
import {
  type BuiltInDraft,
  builtInConfigOf,
  builtInDraftOf,
  emptyBuiltInDraft,
} from "../built-in/built-in-draft.ts";
import {
  type DraftResult,
  emptyServerDraft,
  type ServerDraft,
  serverConfigOf,
  serverDraftOf,
} from "./server-draft.ts";

/** A model as it is typed; both ways to run it are kept, so that looking at the other one loses nothing. */
export type ModelDraft = {
  name: string;
  provider: "server" | "built-in";
  server: ServerDraft;
  builtIn: BuiltInDraft;
};

type Kind = { kind: string; needsTraining: boolean };

export function modelConfigOf(draft: ModelDraft, kinds: readonly Kind[]): DraftResult {
  if (draft.provider === "server") return serverConfigOf(draft.server);
  const kind = kinds.find((candidate) => candidate.kind === draft.builtIn.kind);
  return builtInConfigOf(draft.builtIn, kind?.needsTraining ?? false);
}

/** The draft that a stored version starts from. */
export function modelDraftOf(name: string, stored: ModelVersion, otherConnectionId: string): ModelDraft {
  const isServer = stored.provider === "connection";
  return {
    name,
    provider: isServer ? "server" : "built-in",
    server: isServer ? serverDraftOf(stored) : emptyServerDraft(otherConnectionId),
    builtIn: isServer ? emptyBuiltInDraft("naive-bayes", "") : builtInDraftOf(stored),
  };
}
