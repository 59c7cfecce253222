import { expect, test } from "vitest";
import { z } from "zod";
import { type ReferenceRow, readReferenceRows } from "#lib/stats/reference/reference-rows.ts";
import { gradeWith } from "../../testing/grade-with.ts";

/** What a grader gives must be the published figure itself, on the scale 0 to 1. */
const rows = [
  ...readReferenceRows(new URL("../../../stats/reference/statistics.json", import.meta.url)),
  ...readReferenceRows(
    new URL("../../../../../shared/reference/statistics-third-party-text.json", import.meta.url),
  ),
];

const rouge = z.object({ target: z.string(), prediction: z.string(), use_stemmer: z.boolean() });
const triple = z.object({ precision: z.number(), recall: z.number(), fmeasure: z.number() });
const pair = z.object({ hypothesis: z.string(), reference: z.string() });

function rowsOf(name: string): ReferenceRow[] {
  return rows.filter((row) => row.name === name);
}

function expectScore(graded: ReturnType<typeof gradeWith>, score: number, precision = 1e-9) {
  if (graded.status !== "scored") throw new Error(graded.reason);
  expect(Math.abs(graded.score - score)).toBeLessThanOrEqual(precision);
}

test.each([
  ["rouge1", "rouge-1"],
  ["rouge2", "rouge-2"],
  ["rougeL", "rouge-l"],
  ["rougeLsum", "rouge-l-sum"],
])("%s: every row", (name, kind) => {
  const named = rowsOf(name);
  expect(named.length).toBeGreaterThan(0);
  for (const row of named) {
    const { target, prediction, use_stemmer: stem } = rouge.parse(row.input);
    if (!/[a-z0-9]/i.test(target)) continue;
    const wanted = triple.parse(row.expected);
    for (const [measure, figure] of [
      ["precision", wanted.precision],
      ["recall", wanted.recall],
      ["f1", wanted.fmeasure],
    ] as const) {
      const graded = gradeWith(kind, { measure, stem }, { expected: target, output: prediction });
      expectScore(graded, figure, row.tol);
    }
  }
});

test("ROUGE, all variants of a pair at once", () => {
  for (const row of rowsOf("rouge_all")) {
    const { target, prediction, use_stemmer: stem } = rouge.parse(row.input);
    if (!/[a-z0-9]/i.test(target)) continue;
    const figures = z.record(z.string(), z.tuple([z.number(), z.number(), z.number()])).parse(row.expected);
    for (const [name, kind] of [
      ["rouge1", "rouge-1"],
      ["rouge2", "rouge-2"],
      ["rougeL", "rouge-l"],
      ["rougeLsum", "rouge-l-sum"],
    ] as const) {
      const graded = gradeWith(kind, { measure: "f1", stem }, { expected: target, output: prediction });
      expectScore(graded, figures[name]?.[2] ?? Number.NaN);
    }
  }
});

test("BLEU by sentence: every row", () => {
  const input = z.object({
    hypothesis: z.string(),
    references: z.array(z.string()),
    smooth_method: z.string(),
    smooth_value: z.number().nullish(),
    tokenize: z.string().default("13a"),
    lowercase: z.boolean().default(false),
  });
  const named = rowsOf("bleu_sentence");
  expect(named.length).toBeGreaterThan(0);
  for (const row of named) {
    const { hypothesis, references, smooth_method, smooth_value, tokenize, lowercase } = input.parse(
      row.input,
    );
    const config = {
      tokeniser: tokenize,
      casing: lowercase ? "lower" : "keep",
      smoothing: smooth_method,
      smoothingValue: smooth_value ?? null,
    };
    const graded = gradeWith("bleu", config, { expected: references, output: hypothesis });
    expectScore(graded, z.number().parse(row.expected) / 100, row.tol);
  }
});

test("chrF and TER: every row", () => {
  for (const row of rowsOf("chrf_sentence")) {
    const { char_order, word_order, beta, ...texts } = pair
      .extend({
        char_order: z.number(),
        word_order: z.number(),
        beta: z.number(),
        eps_smoothing: z.boolean().optional(),
      })
      .parse(row.input);
    if (texts.eps_smoothing) continue;
    const config = { variant: word_order === 2 ? "chrf++" : "chrf", beta, characterOrder: char_order };
    const graded = gradeWith("chrf", config, { expected: texts.reference, output: texts.hypothesis });
    expectScore(graded, z.number().parse(row.expected) / 100);
  }
  for (const row of rowsOf("ter_sentence")) {
    const { hypothesis, reference } = pair.parse(row.input);
    const graded = gradeWith("ter", {}, { expected: reference, output: hypothesis });
    expectScore(graded, Math.min(1, z.number().parse(row.expected) / 100));
  }
});

test("METEOR, SQuAD and edit similarity: every row", () => {
  const tokens = z.object({ reference_tokens: z.array(z.string()), hypothesis_tokens: z.array(z.string()) });
  for (const row of rowsOf("meteor")) {
    const { reference_tokens, hypothesis_tokens } = tokens.parse(row.input);
    const { exact_and_stem_only } = z.object({ exact_and_stem_only: z.number() }).parse(row.expected);
    const texts = { expected: reference_tokens.join(" "), output: hypothesis_tokens.join(" ") };
    expectScore(gradeWith("meteor-exact-and-stem", {}, texts), exact_and_stem_only);
  }
  for (const row of [...rowsOf("squad"), ...rowsOf("squad_max_over_golds")]) {
    const { gold, golds, prediction } = z
      .object({ gold: z.string().optional(), golds: z.array(z.string()).optional(), prediction: z.string() })
      .parse(row.input);
    const { exact_match, f1 } = z.object({ exact_match: z.number(), f1: z.number() }).parse(row.expected);
    const texts = { expected: golds ?? gold, output: prediction };
    expectScore(gradeWith("squad-exact-match", {}, texts), exact_match);
    expectScore(gradeWith("token-f1", {}, texts), f1);
  }
  for (const row of rowsOf("levenshtein")) {
    const { a, b } = z.object({ a: z.string(), b: z.string() }).parse(row.input);
    const { distance, similarity } = z
      .object({ distance: z.number(), similarity: z.number() })
      .parse(row.expected);
    const texts = { expected: a, output: b };
    expectScore(gradeWith("edit-similarity", { normalisations: [] }, texts), similarity);
    const config = { maximumEdits: 1_000, normalisations: [] };
    expect(gradeWith("maximum-edits", config, texts)).toMatchObject({ detail: { edits: distance } });
  }
});
