import { createHash, type Hash } from "node:crypto";
import type { Transaction } from "#lib/db/database.ts";
import { excerpt } from "#lib/formats/excerpt.ts";
import type { RejectedRow, RowEvent } from "#lib/formats/tabular-row.ts";
import type { RecordedAnswer } from "#lib/providers/recorded/recorded-provider.ts";
import { readRecordedRow, recordedColumnOf } from "./recorded-row.ts";

const batchRows = 1000;
const batchChars = 4_000_000;
const maxRows = 1_000_000;
const shownRejected = 200;
const shownIgnored = 50;

export type Staged = {
  rows: number;
  answers: number;
  rejected: number;
  rejectedRows: RejectedRow[];
  ignoredColumns: string[];
  /** Of the answers in the order of the file. */
  contentHash: string;
};

type StagedAnswer = { line: number; answer: RecordedAnswer };

/** Reads the rows into a table of this transaction only, so that a long upload blocks nobody. Holds one batch. */
export async function stageAnswers(tx: Transaction, rows: AsyncIterable<RowEvent>): Promise<Staged> {
  await createStaging(tx);
  const hash = createHash("sha256");
  const rejectedRows: RejectedRow[] = [];
  const ignored = new Set<string>();
  let batch: StagedAnswer[] = [];
  let chars = 0;
  let count = 0;
  let answers = 0;
  let rejected = 0;
  const reject = (row: RejectedRow) => {
    rejected += 1;
    if (rejectedRows.length < shownRejected) rejectedRows.push(row);
  };
  const flush = async () => {
    answers += await insert(tx, batch, hash, reject);
    batch = [];
    chars = 0;
  };
  for await (const event of rows) {
    count += 1;
    if (count > maxRows) {
      reject({ line: 0, reason: "The file has more than 1,000,000 rows. Split it.", excerpt: "" });
      break;
    }
    if (event.type === "rejected") {
      reject(event.rejected);
      continue;
    }
    const { line, values } = event.row;
    for (const name of Object.keys(values)) {
      if (recordedColumnOf(name) === null && ignored.size < shownIgnored) ignored.add(name);
    }
    const read = readRecordedRow(values);
    if (!read.ok) {
      const start = Object.values(values).map((value) => String(value).slice(0, 100));
      reject({ line, reason: read.reason, excerpt: excerpt(start.join(", ")) });
      continue;
    }
    batch.push({ line, answer: read.answer });
    chars += read.answer.output.length;
    if (batch.length >= batchRows || chars >= batchChars) await flush();
  }
  await flush();
  rejectedRows.sort((a, b) => a.line - b.line);
  const ignoredColumns = [...ignored];
  return { rows: count, answers, rejected, rejectedRows, ignoredColumns, contentHash: hash.digest("hex") };
}

async function createStaging(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    create temporary table staged_answer (
      case_key text not null,
      repetition smallint not null,
      output text not null,
      finish_reason text,
      latency_ms double precision,
      time_to_first_token_ms double precision,
      prompt_tokens integer,
      completion_tokens integer,
      cost_micro_usd integer,
      line integer not null,
      primary key (case_key, repetition)
    ) on commit drop`;
}

/** The first answer of a case and repetition counts; a later one is rejected. Returns how many were taken. */
async function insert(
  tx: Transaction,
  batch: readonly StagedAnswer[],
  hash: Hash,
  reject: (row: RejectedRow) => void,
): Promise<number> {
  if (batch.length === 0) return 0;
  const rows = batch.map(({ line, answer }) => ({
    line,
    case_key: answer.caseKey,
    repetition: answer.repetition,
    output: answer.output,
    finish_reason: answer.finishReason,
    latency_ms: answer.latencyMs,
    time_to_first_token_ms: answer.timeToFirstTokenMs,
    prompt_tokens: answer.promptTokens,
    completion_tokens: answer.completionTokens,
    cost_micro_usd: answer.costMicroUsd,
  }));
  const taken = await tx.$queryRaw<{ line: number }[]>`
    insert into staged_answer
    select * from jsonb_populate_recordset(null::staged_answer, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing
    returning line`;
  const lines = new Set(taken.map(({ line }) => line));
  for (const { line, answer } of batch) {
    if (lines.has(line)) hash.update(JSON.stringify(answer));
    else {
      const which = `"${answer.caseKey}", repetition ${answer.repetition},`;
      const reason = `The answer of the case ${which} is in the file already. Number the repetitions in a column "repetition".`;
      reject({ line, reason, excerpt: excerpt(answer.output) });
    }
  }
  return taken.length;
}
