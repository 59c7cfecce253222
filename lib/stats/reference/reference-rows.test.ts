import { describe, expect, it } from "vitest";
import type { Adapter } from "./adapter.ts";
import { errorBarAdapters } from "./adapters/basics/error-bar-adapters.ts";
import { intervalAdapters } from "./adapters/basics/interval-adapters.ts";
import { multiplicityAdapters } from "./adapters/basics/multiplicity-adapters.ts";
import { pairedAdapters } from "./adapters/basics/paired-adapters.ts";
import { powerAdapters } from "./adapters/basics/power-adapters.ts";
import { repeatsAdapters } from "./adapters/basics/repeats-adapters.ts";
import { specialFunctionAdapters } from "./adapters/basics/special-function-adapters.ts";
import { itemAdapters } from "./adapters/items/item-adapters.ts";
import { leakageAdapters } from "./adapters/items/leakage-adapters.ts";
import { saturationAdapters } from "./adapters/items/saturation-adapters.ts";
import { agreementAdapters } from "./adapters/judging/agreement-adapters.ts";
import { judgeAdapters } from "./adapters/judging/judge-adapters.ts";
import { pairwiseAdapters } from "./adapters/monitoring/pairwise-adapters.ts";
import { sequentialAdapters } from "./adapters/monitoring/sequential-adapters.ts";
import { trendAdapters } from "./adapters/monitoring/trend-adapters.ts";
import { textOverlapAdapters } from "./adapters/text/text-overlap-adapters.ts";
import { translationAdapters } from "./adapters/text/translation-adapters.ts";
import { differences } from "./compare-with-row.ts";
import { type ReferenceRow, readReferenceRows } from "./reference-rows.ts";

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
    agreementAdapters,
    judgeAdapters,
    itemAdapters,
    saturationAdapters,
    leakageAdapters,
    pairwiseAdapters,
    sequentialAdapters,
    trendAdapters,
  ].flatMap((adapters) => Object.entries(adapters)),
);

// Fields of an expected result that need data we do not ship, by row name.
const LEFT_OUT = new Map([["meteor", ["with_wordnet"]]]);

const STATISTICS = process.env.STATS_REFERENCE ?? new URL("./statistics.json", import.meta.url);
const THIRD_PARTY = new URL("../../../../shared/reference/statistics-third-party-text.json", import.meta.url);

const rows = readReferenceRows(STATISTICS);
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
