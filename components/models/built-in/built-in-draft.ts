import type { Split } from "#lib/datasets/split.ts";
import { readNumberText } from "../form/number-text.ts";
import type { DraftResult } from "../form/server-draft.ts";

export type RuleDraft = { id: string; label: string; anyOf: string; allOf: string; noneOf: string };
export type PatternDraft = {
  id: string;
  name: string;
  pattern: string;
  flags: string;
  group: string;
  type: "text" | "number" | "date";
  dateOrder: "dmy" | "mdy";
  /** The value where nothing is found; empty is null. */
  fallback: string;
};

/** The settings of every kind side by side, as typed: changing the kind back and forth loses nothing. */
export type BuiltInDraft = {
  kind: string;
  alpha: string;
  k: string;
  rules: RuleDraft[];
  defaultLabel: string;
  patterns: PatternDraft[];
  unit: "sentences" | "words";
  count: string;
  locale: string;
  inputField: string;
  labelField: string;
  trainingVersionId: string;
  trainingSplits: Split[];
};

export const emptyRule = { label: "", anyOf: "", allOf: "", noneOf: "" };
export const emptyPattern = {
  name: "",
  pattern: "",
  flags: "i",
  group: "",
  type: "text",
  dateOrder: "dmy",
  fallback: "",
} as const satisfies Omit<PatternDraft, "id">;

export function emptyBuiltInDraft(kind: string, trainingVersionId: string): BuiltInDraft {
  return {
    kind,
    alpha: "0.1",
    k: "5",
    rules: [{ id: "first", ...emptyRule }],
    defaultLabel: "other",
    patterns: [{ id: "first", ...emptyPattern }],
    unit: "sentences",
    count: "3",
    locale: "en",
    inputField: "",
    labelField: "",
    trainingVersionId,
    trainingSplits: ["tuning"],
  };
}

/** The configuration to send; problems carry the field names of the server. */
export function builtInConfigOf(draft: BuiltInDraft, needsTraining: boolean): DraftResult {
  const problems: Record<string, string> = {};
  const number = (field: "alpha" | "k" | "count") => {
    const { value, problem } = readNumberText(draft[field]);
    if (problem !== null) problems[`config.builtInConfig.${field}`] = problem;
    return value;
  };
  const builtInConfig = { ...settingsOf(draft, number), ...named("inputField", draft.inputField) };
  return {
    config: {
      provider: "built_in",
      builtInKind: draft.kind,
      builtInConfig,
      trainingVersionId: needsTraining && draft.trainingVersionId !== "" ? draft.trainingVersionId : null,
      trainingSplits: needsTraining ? draft.trainingSplits : [],
    },
    problems,
  };
}

function settingsOf(
  draft: BuiltInDraft,
  number: (field: "alpha" | "k" | "count") => number | undefined,
): Record<string, unknown> {
  switch (draft.kind) {
    case "naive-bayes":
      return { ...defined("alpha", number("alpha")), ...named("labelField", draft.labelField) };
    case "nearest-neighbours":
      return { ...defined("k", number("k")), ...named("labelField", draft.labelField) };
    case "keyword-rules":
      return { defaultLabel: draft.defaultLabel, rules: draft.rules.map(storedRule) };
    case "regex-extraction":
      return { fields: draft.patterns.map(storedPattern) };
    case "lead-n":
      return { unit: draft.unit, ...defined("count", number("count")), locale: draft.locale };
    default:
      return {};
  }
}

function storedRule({ label, anyOf, allOf, noneOf }: RuleDraft) {
  return { label, anyOf: phrases(anyOf), allOf: phrases(allOf), noneOf: phrases(noneOf) };
}

function storedPattern({ name, pattern, flags, group, type, dateOrder, fallback }: PatternDraft) {
  const trimmed = group.trim();
  const groupValue = /^\d+$/.test(trimmed) ? Number(trimmed) : trimmed;
  return {
    name,
    pattern,
    flags,
    ...(trimmed === "" ? {} : { group: groupValue }),
    type,
    ...(type === "date" ? { dateOrder } : {}),
    ...(fallback === "" ? {} : { default: fallbackValue(type, fallback) }),
  };
}

function fallbackValue(type: PatternDraft["type"], text: string): string | number {
  const number = type === "number" ? readNumberText(text).value : undefined;
  return number ?? text;
}

/** One phrase a line. */
function phrases(text: string): string[] {
  return text
    .split("\n")
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");
}

function named(field: string, text: string): Record<string, string> {
  return text.trim() === "" ? {} : { [field]: text.trim() };
}

function defined(field: string, value: number | undefined): Record<string, number> {
  return value === undefined ? {} : { [field]: value };
}
