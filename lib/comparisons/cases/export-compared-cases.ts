import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { splitLabels } from "#lib/datasets/split.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { csvLine } from "#lib/formats/csv/serialise-csv.ts";
import { jsonLine } from "#lib/formats/jsonl/serialise-jsonl.ts";
import { errorNameOf } from "#lib/runs/attempts/error-class.ts";
import type { ComparedRun } from "../compared-run.ts";
import { bucketOf } from "../rules/bucket.ts";
import { type CaseState, caseStateLabels, stateOf } from "../rules/case-state.ts";
import { comparedCaseFilterSchema } from "./compared-case-filter.ts";
import { comparedCaseSorts, usualSort } from "./compared-case-params.ts";
import { type OrderedCases, orderCases } from "./order-cases.ts";
import { type AnswerText, readAnswerTexts, readCaseTexts } from "./read-case-texts.ts";

export const exportComparedCasesInput = comparedCaseFilterSchema.extend({
  sort: z.enum(comparedCaseSorts).default(usualSort),
  format: z.enum(["csv", "jsonl"]),
});
export type ExportComparedCasesInput = z.input<typeof exportComparedCasesInput>;

export type ComparedCaseExport = { fileName: string; contentType: string; chunks: AsyncGenerator<string> };

type ExportedSide = { run: ComparedRun; state: CaseState; passed: number | null; attempts: AnswerText[] };
type Exported = {
  key: string;
  outcome: string | null;
  split: string;
  tags: string[];
  input: unknown;
  expected: unknown;
  sides: ExportedSide[];
};

const batchSize = 200;
const byteOrderMark = "\uFEFF";

/** The compared cases that the filter shows, in its order, with the answers of every run. Streams; holds one batch. */
export async function exportComparedCases(
  ctx: Context,
  input: ExportComparedCasesInput,
): Promise<ComparedCaseExport> {
  const { format, sort, ...filter } = parseInput(exportComparedCasesInput, input);
  const ordered = await orderCases(ctx, filter, sort);
  const runs = ordered?.compared.sides.map(({ run }) => run) ?? [];
  const batches = ordered === null ? noBatches() : readBatches(ctx, ordered);
  const numbers = runs.map((run) => run.number).join("-");
  return {
    fileName: `compared-runs-${numbers}${filter.show ? `-${filter.show}` : ""}.${format}`,
    contentType: format === "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8",
    chunks: format === "csv" ? csvChunks(runs, batches) : jsonlChunks(batches),
  };
}

const caseColumns = ["key", "outcome", "split", "tags", "input", "expected"] as const;
const runColumns = [
  "model",
  "verdict",
  "passed",
  "output",
  "error_class",
  "error_code",
  "error_name",
  "error_message",
  "latency_ms",
  "cost_micro_usd",
] as const;

/** A row holds the first answer of each run; `passed` is the share over all of its attempts. */
async function* csvChunks(
  runs: readonly ComparedRun[],
  batches: AsyncGenerator<Exported[]>,
): AsyncGenerator<string> {
  const ofRuns = runs.flatMap(({ number }) => runColumns.map((column) => `run_${number}_${column}`));
  // Without the mark, Excel reads UTF-8 as the machine's own encoding.
  yield byteOrderMark + csvLine([...caseColumns, ...ofRuns]);
  for await (const batch of batches) yield batch.map((row) => csvLine(toCells(row))).join("");
}

function toCells({ sides, ...row }: Exported): unknown[] {
  return [
    ...caseColumns.map((column) => row[column]),
    ...sides.flatMap(({ run, state, passed, attempts: [first] }) => [
      modelName(run),
      caseStateLabels[state],
      passed,
      first?.output,
      first?.errorClass,
      first?.errorCode,
      first && errorNameOf(first),
      first?.errorMessage,
      first?.latencyMs,
      first?.costMicroUsd,
    ]),
  ];
}

async function* jsonlChunks(batches: AsyncGenerator<Exported[]>): AsyncGenerator<string> {
  for await (const batch of batches) yield batch.map((row) => jsonLine(toObject(row))).join("");
}

function toObject({ sides, ...row }: Exported) {
  return {
    ...row,
    runs: sides.map(({ run, state, passed, attempts }) => ({
      run: run.number,
      model: modelName(run),
      verdict: caseStateLabels[state],
      passed,
      attempts: attempts.map(({ caseId: _caseId, runId: _runId, ...attempt }) => ({
        ...attempt,
        errorName: errorNameOf(attempt),
      })),
    })),
  };
}

const modelName = ({ model }: ComparedRun) => `${model.name} v${model.versionNumber}`;

async function* noBatches(): AsyncGenerator<Exported[]> {
  yield [];
}

async function* readBatches(ctx: Context, ordered: OrderedCases): AsyncGenerator<Exported[]> {
  for (let start = 0; start < ordered.places.length; start += batchSize) {
    yield await readBatch(ctx, ordered, [...ordered.places.subarray(start, start + batchSize)]);
  }
}

async function readBatch(
  ctx: Context,
  { compared, columns }: OrderedCases,
  places: readonly number[],
): Promise<Exported[]> {
  const { aligned, buckets } = columns;
  const caseNumbers = places.map((place) => aligned.caseNumbers[place] ?? -1);
  const cases = await readCaseTexts(ctx, compared, { caseNumbers, as: "whole" });
  const caseIds = cases.map(({ caseId }) => caseId);
  const answers = await readAnswerTexts(ctx, compared, { caseIds, as: "whole" });
  const answersOf = Map.groupBy(answers, ({ caseId, runId }) => `${caseId} ${runId}`);
  const caseOf = new Map(cases.map((text) => [text.caseNumber, text]));
  return places.flatMap((place, index) => {
    const text = caseOf.get(caseNumbers[index] ?? -1);
    if (text === undefined) return [];
    const { caseId, caseNumber: _caseNumber, split, ...row } = text;
    const sides = compared.sides.map(({ run }, side) => {
      const rate = aligned.runs[side]?.rates[place] ?? Number.NaN;
      return {
        run,
        state: stateOf(aligned.runs[side]?.states[place]),
        passed: Number.isNaN(rate) ? null : rate,
        attempts: answersOf.get(`${caseId} ${run.id}`) ?? [],
      };
    });
    return [{ ...row, split: splitLabels[split], outcome: bucketOf(buckets.codes[place]), sides }];
  });
}
