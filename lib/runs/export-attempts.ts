import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { splitLabels } from "#lib/datasets/split.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { csvLine } from "#lib/formats/csv/serialise-csv.ts";
import { jsonLine } from "#lib/formats/jsonl/serialise-jsonl.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { attemptFilterSchema } from "./attempts/attempt-filter.ts";
import { attemptFilterSql } from "./attempts/attempt-filter-sql.ts";
import { errorNameOf } from "./attempts/error-class.ts";
import { type ExportedAttempt, readAttemptBatches } from "./attempts/read-attempt-batches.ts";
import { noSuchRun } from "./no-such-run.ts";

export const exportAttemptsInput = attemptFilterSchema.extend({
  runId: idSchema,
  format: z.enum(["csv", "jsonl"]),
});
export type ExportAttemptsInput = z.input<typeof exportAttemptsInput>;

export type AttemptExport = { fileName: string; contentType: string; chunks: AsyncGenerator<string> };

const columns = [
  "key",
  "repetition",
  "verdict",
  "input",
  "expected",
  "output",
  "tool_calls",
  "tags",
  "split",
  "metadata",
  "latency_ms",
  "time_to_first_token_ms",
  "prompt_tokens",
  "completion_tokens",
  "cost_micro_usd",
  "finish_reason",
  "error_class",
  "error_code",
  "error_name",
  "error_message",
  "tries",
] as const;
const labelColumns = ["labels_passed", "labels_failed", "failure_modes", "label_notes"] as const;
const byteOrderMark = "\uFEFF";

type RunGrader = { versionId: string; name: string };

/** The attempts that the filter shows, as a file. Streams; holds one batch. */
export async function exportAttempts(ctx: Context, input: ExportAttemptsInput): Promise<AttemptExport> {
  const { runId, format, ...filter } = parseInput(exportAttemptsInput, input);
  const run = await db().run.findFirst({
    where: { id: runId, workspaceId: ctx.workspaceId },
    select: {
      number: true,
      graders: {
        orderBy: { position: "asc" },
        select: { graderVersionId: true, graderVersion: { select: { grader: { select: { name: true } } } } },
      },
    },
  });
  if (run === null) throw noSuchRun();
  const graders = run.graders.map((grader) => ({
    versionId: grader.graderVersionId,
    name: grader.graderVersion.grader.name,
  }));
  const batches = readAttemptBatches(await attemptFilterSql(ctx, runId, filter));
  return {
    fileName: `run-${run.number}-${filter.view}.${format}`,
    contentType: format === "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8",
    chunks: format === "csv" ? csvChunks(batches, graders) : jsonlChunks(batches, graders),
  };
}

async function* csvChunks(
  batches: AsyncGenerator<ExportedAttempt[]>,
  graders: readonly RunGrader[],
): AsyncGenerator<string> {
  const graderColumns = graders.flatMap(({ name }) => [
    `${name}: verdict`,
    `${name}: score`,
    `${name}: reason`,
  ]);
  // Without the mark, Excel reads UTF-8 as the machine's own encoding.
  yield byteOrderMark + csvLine([...columns, ...labelColumns, ...graderColumns]);
  for await (const batch of batches) {
    yield batch
      .map((row) => {
        const fields = toFields(row);
        const grades = graders.flatMap((grader) => {
          const { verdict, score, reason } = gradeOf(row, grader) ?? {};
          return [verdict, score, reason];
        });
        return csvLine([...columns.map((column) => fields[column]), ...labelFields(row), ...grades]);
      })
      .join("");
  }
}

async function* jsonlChunks(
  batches: AsyncGenerator<ExportedAttempt[]>,
  graders: readonly RunGrader[],
): AsyncGenerator<string> {
  for await (const batch of batches) {
    yield batch
      .map((row) =>
        jsonLine({
          ...toFields(row),
          labels: row.labels,
          grades: graders.flatMap((grader) => {
            const grade = gradeOf(row, grader);
            return grade === undefined ? [] : [{ grader: grader.name, ...grade }];
          }),
        }),
      )
      .join("");
  }
}

/** In the order of `labelColumns`. */
function labelFields({ labels }: ExportedAttempt): (number | string | null)[] {
  if (labels.length === 0) return [null, null, null, null];
  const modes = new Set(labels.flatMap(({ failureMode }) => failureMode ?? []));
  return [
    labels.filter(({ verdict }) => verdict === "passed").length,
    labels.filter(({ verdict }) => verdict === "failed").length,
    [...modes].join("; "),
    labels.flatMap(({ note }) => (note === "" ? [] : note)).join("\n"),
  ];
}

function toFields({ split, position: _position, grades: _grades, labels: _labels, ...row }: ExportedAttempt) {
  const error = { errorClass: row.error_class, errorCode: row.error_code };
  return { ...row, split: splitLabels[split], error_name: errorNameOf(error) };
}

function gradeOf(row: ExportedAttempt, grader: RunGrader) {
  const grade = row.grades.find((one) => one.graderVersionId === grader.versionId);
  if (grade === undefined) return undefined;
  const { status, passed, score, reason } = grade;
  return { verdict: status === "unscored" ? "unscored" : passed ? "passed" : "failed", score, reason };
}
