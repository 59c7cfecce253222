import { describe, expect, it } from "vitest";
import type { Adapter } from "./adapter.ts";
import { differences } from "./compare-with-row.ts";
import { errorBarAdapters } from "./error-bar-adapters.ts";
import { intervalAdapters } from "./interval-adapters.ts";
import { multiplicityAdapters } from "./multiplicity-adapters.ts";
import { pairedAdapters } from "./paired-adapters.ts";
import { powerAdapters } from "./power-adapters.ts";
import { type ReferenceRow, readReferenceRows } from "./reference-rows.ts";
import { repeatsAdapters } from "./repeats-adapters.ts";
import { specialFunctionAdapters } from "./special-function-adapters.ts";
import { textOverlapAdapters } from "./text-overlap-adapters.ts";
import { translationAdapters } from "./translation-adapters.ts";

const ADAPTERS = new Map<string, Adapter>(
  [
    specialFunctionAdapters,
    errorBarAdapters,
    powerAdapters,
    pairedAdapters,
    intervalAdapters,
    multiplicityAdapters,
    repeatsAdapters,
    textOverlapAdapters,
    translationAdapters,
  ].flatMap((adapters) => Object.entries(adapters)),
);

// Fields of an expected result that need data we do not ship, by row name.
const LEFT_OUT = new Map([["meteor", ["with_wordnet"]]]);

// Judge agreement, item analysis, pairwise and sequential tests, and trends are covered later.
const COVERED_LATER = /^[4567] /;

const STATISTICS = process.env.STATS_REFERENCE ?? new URL("./statistics.json", import.meta.url);
const THIRD_PARTY = new URL("../../../../shared/reference/statistics-third-party-text.json", import.meta.url);

const rows = readReferenceRows(STATISTICS).filter((row) => !COVERED_LATER.test(row.section));
const thirdPartyRows = readReferenceRows(THIRD_PARTY);

function expectedOf(row: ReferenceRow): unknown {
  const leftOut = LEFT_OUT.get(row.name);
  if (!leftOut || typeof row.expected !== "object" || row.expected === null) return row.expected;
  return Object.fromEntries(Object.entries(row.expected).filter(([key]) => !leftOut.includes(key)));
}

function disagreements(row: ReferenceRow): string[] {
  const compute = ADAPTERS.get(row.name);
  if (!compute) return [`No adapter is named ${row.name}.`];
  return differences(compute(row.input), expectedOf(row), row.tol);
}

describe("statistics reference", () => {
  it("has rows for every adapter", () => {
    const names = new Set([...rows, ...thirdPartyRows].map((row) => row.name));
    const thirdPartyOnly = ["bleu_corpus", "bleu_corpus_max_order"];
    const idle = [...ADAPTERS.keys()].filter((name) => !names.has(name) && !thirdPartyOnly.includes(name));
    expect(idle).toEqual([]);
  });

  it.each(rows)("$id ($section)", (row) => {
    expect(disagreements(row)).toEqual([]);
  });
});

describe("third-party texts", () => {
  it("agree with their published figures", () => {
    const failed = thirdPartyRows.flatMap((row) => disagreements(row).map((text) => `${row.id}: ${text}`));
    expect(failed).toEqual([]);
  });
});
