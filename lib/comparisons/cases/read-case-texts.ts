import type { Context } from "#lib/context/context.ts";
import type { Split } from "#lib/datasets/split.ts";
import { pool } from "#lib/db/database.ts";
import type { Compared } from "../load-compared.ts";

export type CaseText = {
  caseId: string;
  caseNumber: number;
  key: string;
  input: unknown;
  expected: unknown;
  tags: string[];
  split: Split;
};

export type AnswerText = {
  caseId: string;
  runId: string;
  repetition: number;
  verdict: "passed" | "failed" | "unscored" | "errored" | null;
  output: string | null;
  errorClass: string | null;
  errorCode: string | null;
  errorMessage: string | null;
  latencyMs: number | null;
  costMicroUsd: number | null;
};

// A document of megabytes is not sent through for one line of it.
const cut = (column: string) =>
  `case when length(${column}::text) > 20000 then to_jsonb(left(${column}::text, 2000)) else ${column} end`;

const casesSql = (isPreview: boolean) => `
  select c.id as "caseId", c.position as "caseNumber", c.key, r.tags, r.split,
    ${isPreview ? `${cut("r.input")} as input, ${cut("r.expected")} as expected` : "r.input, r.expected"}
  from "case" c cross join lateral (
    select input, expected, tags, split from case_revision r
    where r.case_id = c.id and r.first_version <= $4 order by r.first_version desc limit 1) r
  where c.workspace_id = $1 and c.dataset_id = $2 and c.position = any($3::int[])`;

/** Cases by their numbers, as the newest of the compared dataset versions has them; in no order. */
export async function readCaseTexts(
  { workspaceId }: Context,
  { sides, baseline }: Compared,
  { caseNumbers, as }: { caseNumbers: readonly number[]; as: "preview" | "whole" },
): Promise<CaseText[]> {
  const newest = Math.max(...sides.map(({ run }) => run.dataset.versionNumber));
  const { rows } = await pool().query<CaseText>(casesSql(as === "preview"), [
    workspaceId,
    baseline.run.dataset.id,
    caseNumbers,
    newest,
  ]);
  return rows;
}

const answersSql = (isPreview: boolean) => `
  select case_id as "caseId", run_id as "runId", repetition, verdict,
    ${isPreview ? "left(output, 2000) as output" : "output"}, error_class as "errorClass", error_code as "errorCode", error_message as "errorMessage",
    latency_ms as "latencyMs", cost_micro_usd as "costMicroUsd"
  from attempt where workspace_id = $1 and run_id = any($2::uuid[]) and case_id = any($3::uuid[])
    ${isPreview ? "and repetition = 1" : ""}
  order by repetition`;

/** What the runs answered to the cases: the first attempts for a preview, else all of them in their order. */
export async function readAnswerTexts(
  { workspaceId }: Context,
  { sides }: Compared,
  { caseIds, as }: { caseIds: readonly string[]; as: "preview" | "whole" },
): Promise<AnswerText[]> {
  const runIds = sides.map(({ run }) => run.id);
  const { rows } = await pool().query<AnswerText>(answersSql(as === "preview"), [
    workspaceId,
    runIds,
    caseIds,
  ]);
  return rows;
}
