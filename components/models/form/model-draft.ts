import { type BuiltInDraft, builtInConfigOf } from "../built-in/built-in-draft.ts";
import { type DraftResult, type ServerDraft, serverConfigOf } from "./server-draft.ts";

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
