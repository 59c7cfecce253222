import type { ModelVersion } from "#lib/models/versions/model-version.ts";
import { emptyBuiltInDraft } from "../built-in/built-in-draft.ts";
import { builtInDraftOf } from "../built-in/stored-built-in-draft.ts";
import type { ModelDraft } from "./model-draft.ts";
import { emptyServerDraft, serverDraftOf } from "./server-draft.ts";

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
