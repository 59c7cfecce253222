import { checkJsonValue } from "#lib/formats/check-json-value.ts";
import { countOf } from "#lib/providers/json-fields.ts";
import type { RecordedAnswer } from "#lib/providers/recorded/recorded-provider.ts";

/** What a column of a file of answers can hold, and the names that it is known by, in lower case without separators. */
const columnNames = {
  caseKey: ["key", "casekey", "caseid", "case", "id"],
  output: ["output", "answer", "response", "completion", "actualoutput", "actual", "prediction"],
  repetition: ["repetition", "rep", "epoch", "trial"],
  finishReason: ["finishreason", "stopreason"],
  latencyMs: ["latencyms", "latency", "durationms"],
  timeToFirstTokenMs: ["timetofirsttokenms", "ttftms", "ttft"],
  promptTokens: ["prompttokens", "inputtokens"],
  completionTokens: ["completiontokens", "outputtokens"],
  costMicroUsd: ["costmicrousd"],
  costUsd: ["costusd", "cost"],
} as const;

export type RecordedColumn = keyof typeof columnNames;

const maxKeyChars = 200;
const maxOutputChars = 5_000_000;
const maxRepetition = 10_000;
/** The largest that the columns hold. */
const maxInteger = 2_147_483_647;

/** The meaning of a column by its name; null for one that is not known. */
export function recordedColumnOf(name: string): RecordedColumn | null {
  const plain = name.toLowerCase().replace(/[\s_.-]+/g, "");
  for (const column of recordedColumns) {
    if (columnNames[column].some((known) => known === plain)) return column;
  }
  return null;
}

const recordedColumns: readonly RecordedColumn[] = [
  "caseKey",
  "output",
  "repetition",
  "finishReason",
  "latencyMs",
  "timeToFirstTokenMs",
  "promptTokens",
  "completionTokens",
  "costMicroUsd",
  "costUsd",
];

export type ReadRecorded = { ok: true; answer: RecordedAnswer } | { ok: false; reason: string };

/**
 * One answer of a file. Case key and output must be there, an empty output is an answer; a value that is no text becomes JSON.
 * Numbers may be written as text. The first of two columns with the same meaning counts.
 */
export function readRecordedRow(values: Readonly<Record<string, unknown>>): ReadRecorded {
  const cells = new Map<RecordedColumn, unknown>();
  for (const [name, value] of Object.entries(values)) {
    const column = recordedColumnOf(name);
    if (column !== null && !cells.has(column) && value !== undefined) cells.set(column, value);
  }
  try {
    return { ok: true, answer: answerOf(cells) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.message };
    throw error;
  }
}

class Refused extends Error {}

function answerOf(cells: ReadonlyMap<RecordedColumn, unknown>): RecordedAnswer {
  const output = cells.get("output");
  if (output === undefined || output === null)
    throw new Refused('There is no output. Add a column "output".');
  const text = typeof output === "string" ? output : JSON.stringify(output);
  if (text.length > maxOutputChars) throw new Refused("The output has more than 5,000,000 characters.");
  const unstorable = checkJsonValue(text);
  if (unstorable !== null) throw new Refused(unstorable);
  const costUsd = decimal(cells, "costUsd", "cost");
  const finishReason = cells.get("finishReason");
  return {
    caseKey: keyOf(cells.get("caseKey")),
    repetition: repetitionOf(cells),
    output: text,
    finishReason: typeof finishReason === "string" && finishReason !== "" ? finishReason.slice(0, 100) : null,
    latencyMs: decimal(cells, "latencyMs", "latency"),
    timeToFirstTokenMs: decimal(cells, "timeToFirstTokenMs", "time to first token"),
    promptTokens: integer(cells, "promptTokens", "number of prompt tokens"),
    completionTokens: integer(cells, "completionTokens", "number of completion tokens"),
    costMicroUsd:
      integer(cells, "costMicroUsd", "cost in micro-dollars") ??
      (costUsd === null ? null : Math.min(maxInteger, Math.round(costUsd * 1_000_000))),
  };
}

function keyOf(value: unknown): string {
  const key = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
  if (key === "") throw new Refused('There is no case key. Add a column "key" with the key of the case.');
  if (key.length > maxKeyChars) throw new Refused(`The case key has more than ${maxKeyChars} characters.`);
  const unstorable = checkJsonValue(key);
  if (unstorable !== null) throw new Refused(unstorable);
  return key;
}

function repetitionOf(cells: ReadonlyMap<RecordedColumn, unknown>): number {
  const repetition = integer(cells, "repetition", "repetition") ?? 1;
  if (repetition >= 1 && repetition <= maxRepetition) return repetition;
  throw new Refused("The repetition is not a number from 1 to 10,000.");
}

type Cells = ReadonlyMap<RecordedColumn, unknown>;

function integer(cells: Cells, column: RecordedColumn, what: string): number | null {
  const value = decimal(cells, column, what);
  if (value === null) return null;
  if (countOf(value) === null || value > maxInteger)
    throw new Refused(`The ${what} is no whole number: ${value}.`);
  return value;
}

function decimal(cells: Cells, column: RecordedColumn, what: string): number | null {
  const value = cells.get(column);
  if (value === undefined || value === null || value === "") return null;
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number === "number" && Number.isFinite(number) && number >= 0) return number;
  throw new Refused(`The ${what} is no number from 0: ${JSON.stringify(value).slice(0, 60)}.`);
}
