import { valueText } from "#lib/datasets/case-text.ts";
import { type CaseContentInput, caseContentSchema } from "#lib/datasets/cases/case-content.ts";
import type { Split } from "#lib/datasets/split.ts";

export type ValueMode = "text" | "json";
export type ValueDraft = { mode: ValueMode; text: string };

/** A case as it is being typed. */
export type CaseDraft = {
  input: ValueDraft;
  expected: ValueDraft;
  tags: string[];
  split: Split;
  metadata: string;
  cluster: string;
};

export const emptyDraft: CaseDraft = {
  input: { mode: "text", text: "" },
  expected: { mode: "text", text: "" },
  tags: [],
  split: "held_out",
  metadata: "",
  cluster: "",
};

type Content = {
  input: unknown;
  expected: unknown;
  tags: readonly string[];
  split: Split;
  metadata: Record<string, unknown>;
  cluster: string | null;
};

export function draftOf(content: Content): CaseDraft {
  return {
    input: valueDraft(content.input),
    expected: valueDraft(content.expected),
    tags: [...content.tags],
    split: content.split,
    metadata: Object.keys(content.metadata).length === 0 ? "" : valueText(content.metadata),
    cluster: content.cluster ?? "",
  };
}

function valueDraft(value: unknown): ValueDraft {
  const isText = typeof value === "string" || value === null || value === undefined;
  return { mode: isText ? "text" : "json", text: valueText(value) };
}

export type ReadDraft =
  | { ok: true; content: CaseContentInput }
  | { ok: false; fields: Readonly<Record<string, string>> };

/** The content that a draft says, or what is wrong with it, by field. */
export function readDraft(draft: CaseDraft): ReadDraft {
  const fields: Record<string, string> = {};
  const read = (field: "input" | "expected" | "metadata", { mode, text }: ValueDraft): unknown => {
    if (mode === "text") return text;
    if (text.trim() === "") return null;
    try {
      return JSON.parse(text);
    } catch (error) {
      fields[field] = `This is not valid JSON. ${error instanceof Error ? error.message : ""}`.trim();
      return null;
    }
  };
  const content = {
    input: read("input", draft.input),
    expected: read("expected", draft.expected),
    tags: draft.tags,
    split: draft.split,
    metadata: read("metadata", { mode: "json", text: draft.metadata }) ?? {},
    cluster: draft.cluster,
  };
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  const parsed = caseContentSchema.safeParse(content);
  if (parsed.success) return { ok: true, content: parsed.data };
  for (const issue of parsed.error.issues) fields[String(issue.path[0] ?? "")] ??= issue.message;
  if (fields.metadata !== undefined && typeof content.metadata !== "object") {
    fields.metadata = 'Metadata is a JSON object, such as {"channel": "email"}.';
  }
  return { ok: false, fields };
}
