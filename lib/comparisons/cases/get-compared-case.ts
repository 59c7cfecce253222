import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { type AttemptDetail, getAttempt } from "#lib/runs/get-attempt.ts";
import { afterCursor, type CasePlace, caseOrder, formatCursor, reversed } from "./case-cursor.ts";
import { type CaseScope, caseScope } from "./case-scope.ts";
import { type ComparedCaseFilter, comparedCaseFilterSchema } from "./compared-case-filter.ts";
import { type ComparedCaseSort, comparedCaseSorts } from "./compared-case-params.ts";
import { comparedCaseSql } from "./compared-case-sql.ts";

export const getComparedCaseInput = comparedCaseFilterSchema.extend({
  key: z.string().max(400),
  sort: z.enum(comparedCaseSorts).default("position.asc"),
});
export type GetComparedCaseInput = z.input<typeof getComparedCaseInput>;

export type ComparedCase = {
  key: string;
  /** Null where the run did not attempt the case. */
  a: AttemptDetail | null;
  b: AttemptDetail | null;
  /** Neighbours in the list that the filter shows; also for a case that the filter itself does not show. */
  previousKey: string | null;
  nextKey: string | null;
};

/** One case with what both runs made of it. */
export async function getComparedCase(ctx: Context, input: GetComparedCaseInput): Promise<ComparedCase> {
  const { key, sort, ...filter } = parseInput(getComparedCaseInput, input);
  const scope = await caseScope(ctx, filter);
  const [a, b] = await Promise.all([
    findAttempt(ctx, filter.baselineId, key),
    findAttempt(ctx, filter.candidateId, key),
  ]);
  const subject = (b ?? a)?.case;
  if (subject === undefined) {
    throw new AppError(
      "not-found",
      `Neither run has an answer for the case "${key.slice(0, 80)}". Close this panel and choose a case from the table.`,
    );
  }
  const place = { caseId: subject.id, key: subject.key, position: subject.position };
  const [previousKey, nextKey] = await Promise.all([
    findNeighbour(scope, filter, place, reversed(sort)),
    findNeighbour(scope, filter, place, sort),
  ]);
  return { key: subject.key, a, b, previousKey, nextKey };
}

async function findAttempt(ctx: Context, runId: string, key: string): Promise<AttemptDetail | null> {
  try {
    return await getAttempt(ctx, { runId, key });
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}

async function findNeighbour(
  scope: CaseScope,
  filter: ComparedCaseFilter,
  place: CasePlace,
  sort: ComparedCaseSort,
): Promise<string | null> {
  const rows = await db().$queryRaw<{ key: string }[]>`
    select c.key from ${comparedCaseSql(scope, filter)} ${afterCursor(formatCursor(place, sort), sort)}
    order by ${caseOrder(sort)} limit 1`;
  return rows[0]?.key ?? null;
}
