import { z } from "zod";
import type { Split } from "#lib/datasets/split.ts";
import { type BuiltInDraft, emptyBuiltInDraft } from "./built-in-draft.ts";

const storedSettings = z
  .object({
    alpha: z.number(),
    k: z.number(),
    rules: z.array(
      z.object({
        label: z.string(),
        anyOf: z.array(z.string()),
        allOf: z.array(z.string()),
        noneOf: z.array(z.string()),
      }),
    ),
    defaultLabel: z.string(),
    fields: z.array(
      z.object({
        name: z.string(),
        pattern: z.string(),
        flags: z.string(),
        group: z.union([z.number(), z.string()]).optional(),
        type: z.enum(["text", "number", "date"]),
        dateOrder: z.enum(["dmy", "mdy"]),
        default: z.unknown(),
      }),
    ),
    unit: z.enum(["sentences", "words"]),
    count: z.number(),
    locale: z.string(),
    inputField: z.string(),
    labelField: z.string(),
  })
  .partial();

type StoredBuiltIn = {
  builtInKind: string | null;
  builtInConfig: Record<string, unknown> | null;
  trainingVersionId: string | null;
  trainingSplits: Split[];
};

/** The draft that a stored version starts from. For the server: the pages that edit it hold no schema. */
export function builtInDraftOf(stored: StoredBuiltIn): BuiltInDraft {
  const draft = emptyBuiltInDraft(stored.builtInKind ?? "", stored.trainingVersionId ?? "");
  const { alpha, k, count, rules, fields, ...texts } = storedSettings
    .catch({})
    .parse(stored.builtInConfig ?? {});
  return {
    ...draft,
    ...texts,
    alpha: alpha === undefined ? draft.alpha : String(alpha),
    k: k === undefined ? draft.k : String(k),
    count: count === undefined ? draft.count : String(count),
    rules: rules?.map((rule, index) => ({ id: `stored-${index}`, ...ruleDraftOf(rule) })) ?? draft.rules,
    patterns:
      fields?.map((field, index) => ({ id: `stored-${index}`, ...patternDraftOf(field) })) ?? draft.patterns,
    trainingSplits: stored.builtInKind === null ? draft.trainingSplits : stored.trainingSplits,
  };
}

type Settings = z.infer<typeof storedSettings>;
type StoredRule = NonNullable<Settings["rules"]>[number];
type StoredPattern = NonNullable<Settings["fields"]>[number];

function ruleDraftOf({ label, anyOf, allOf, noneOf }: StoredRule) {
  return { label, anyOf: anyOf.join("\n"), allOf: allOf.join("\n"), noneOf: noneOf.join("\n") };
}

function patternDraftOf({ group, default: fallback, ...field }: StoredPattern) {
  return {
    ...field,
    group: group === undefined ? "" : String(group),
    fallback:
      typeof fallback === "string" ? fallback : JSON.stringify(fallback ?? null).replace(/^null$/, ""),
  };
}
