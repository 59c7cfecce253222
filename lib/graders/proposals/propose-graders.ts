import type { CreateGraderInput } from "../create-grader.ts";
import { isPlainObject } from "../json/leaf-fields.ts";
import { numberFromText } from "../reading/number-from-text.ts";

export type GraderProposal = Pick<CreateGraderInput, "name" | "kind" | "config" | "threshold" | "weight"> & {
  /** Why, in one sentence about this dataset. */
  reason: string;
};

const LABEL_CHARS = 60;
const SHORT_WORDS = 8;
/** The share of the cases that must look alike; a few odd cases do not change what a dataset is. */
const MOST = 0.9;

/** Graders for a dataset, cheapest first, from the expected values of some of its cases. Empty when no case has one. */
export function proposeGraders(expectedValues: readonly unknown[]): GraderProposal[] {
  const values = expectedValues.flatMap(firstAnswer);
  if (values.length === 0) return [];
  const share = (matches: (value: unknown) => boolean) => values.filter(matches).length / values.length;
  if (share((value) => structured(value) !== null) >= MOST) return [jsonFieldsProposal(values)];
  if (share(isNumber) >= MOST) return [numericProposal(values)];
  const texts = values.map((value) => (typeof value === "string" ? value : JSON.stringify(value)));
  if (texts.filter(isLabel).length / texts.length >= MOST && repeats(texts)) return [labelProposal(texts)];
  const shortShare =
    texts.filter((text) => text.trim().split(/\s+/).length <= SHORT_WORDS).length / texts.length;
  return shortShare >= MOST ? shortTextProposals() : longTextProposals();
}

/** Of a list of accepted answers, the first. */
function firstAnswer(expected: unknown): unknown[] {
  const value: unknown = Array.isArray(expected) ? expected[0] : expected;
  return value === undefined || value === null || value === "" ? [] : [value];
}

function structured(value: unknown): Record<string, unknown> | null {
  if (isPlainObject(value)) return value;
  if (typeof value !== "string" || !value.trimStart().startsWith("{")) return null;
  try {
    const parsed: unknown = JSON.parse(value);
    return isPlainObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/** Text counts as a number when nothing but a number with its marks is in it, or when it ends in a marked answer such as `A: 18`. */
function isNumber(value: unknown): boolean {
  if (typeof value === "number") return true;
  if (typeof value !== "string") return false;
  const answer =
    /(?:^|\n)\s*(?:a|answer|####)\s*:?\s*([^\n]{1,40})$/i.exec(value.trim().slice(-80))?.[1] ?? value;
  if (answer.length > 40 || /\p{L}{4,}/u.test(answer)) return false;
  return numberFromText(answer, { decimalMark: "point", take: "only", percent: "plain" }).status === "number";
}

function isLabel(text: string): boolean {
  return text.length <= LABEL_CHARS && !text.includes("\n") && text.trim().split(/\s+/).length <= 6;
}

function repeats(texts: readonly string[]): boolean {
  return new Set(texts).size <= Math.max(2, texts.length * 0.7);
}

function labelProposal(texts: readonly string[]): GraderProposal {
  const labels = new Set(texts).size;
  return {
    name: "Exact match",
    kind: "exact-match",
    config: { normalisations: ["trim", "case"] },
    reason: `The expected values look like labels: ${labels} different ones in ${texts.length} cases.`,
  };
}

function numericProposal(values: readonly unknown[]): GraderProposal {
  const hasFractions = values.some((value) => /\d[.]\d/.test(String(value)));
  return {
    name: "Number",
    kind: "numeric",
    config: {
      absoluteTolerance: hasFractions ? 0.01 : 0,
      relativeTolerance: 0,
      decimalMark: "point",
      take: "last",
      percent: "plain",
    },
    reason: "The expected values are numbers; the last number in an answer counts.",
  };
}

function jsonFieldsProposal(values: readonly unknown[]): GraderProposal {
  const fields = new Set(values.flatMap((value) => Object.keys(structured(value) ?? {})));
  return {
    name: "JSON fields",
    kind: "json-fields",
    reason: `The expected values are JSON objects with ${fields.size} fields, which are compared one by one.`,
  };
}

function shortTextProposals(): GraderProposal[] {
  return [
    {
      name: "Token F1",
      kind: "token-f1",
      reason: "The expected values are short texts; word overlap forgives a different wording.",
    },
    {
      name: "Exact match",
      kind: "exact-match",
      config: { normalisations: ["trim", "case", "punctuation", "whitespace"] },
      weight: 0,
      reason: "Recorded beside it without deciding: how many answers are word for word right.",
    },
  ];
}

function longTextProposals(): GraderProposal[] {
  return [
    {
      name: "ROUGE-L",
      kind: "rouge-l",
      reason:
        "The expected values are longer texts; this measures how much of their wording is kept in order.",
    },
    {
      name: "Token F1",
      kind: "token-f1",
      weight: 0,
      reason: "Recorded beside it without deciding: the overlap of words in any order.",
    },
  ];
}
