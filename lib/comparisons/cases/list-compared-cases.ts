import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { caseTitle, valuePreview } from "#lib/datasets/case-text.ts";
import { db } from "#lib/db/database.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { excerpt } from "#lib/formats/excerpt.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";
import { bucketOfPair, comparedRepetition } from "../pairs/pair-sql.ts";
import type { Bucket } from "../rules/bucket.ts";
import { afterCursor, type CasePlace, caseOrder, formatCursor } from "./case-cursor.ts";
import { caseScope } from "./case-scope.ts";
import { comparedCaseFilterSchema } from "./compared-case-filter.ts";
import { comparedCaseSorts } from "./compared-case-params.ts";
import { comparedCaseSql } from "./compared-case-sql.ts";
import { knownTotal } from "./known-total.ts";

export const listComparedCasesInput = pageInputSchema.extend({
  ...comparedCaseFilterSchema.shape,
  sort: z.enum(comparedCaseSorts).default("position.asc"),
});
export type ListComparedCasesInput = z.input<typeof listComparedCasesInput>;

export type CaseVerdict = "passed" | "failed" | "unscored" | "errored";

export type ComparedSidePreview = { verdict: CaseVerdict | null; output: string; errorClass: string | null };

export type ComparedCaseRow = {
  key: string;
  position: number;
  title: string;
  expected: string;
  bucket: Bucket;
  /** Null where the run did not attempt the case. */
  a: ComparedSidePreview | null;
  b: ComparedSidePreview | null;
};

/** `total` counts the whole list, on its first page only. */
export type ComparedCasePage = Page<ComparedCaseRow> & { total: number | null };

type Found = CasePlace & {
  counted: number;
  bucket: Bucket;
  input: unknown;
  expected: unknown;
  inA: boolean;
  inB: boolean;
  verdictA: CaseVerdict | null;
  verdictB: CaseVerdict | null;
  outputA: string | null;
  outputB: string | null;
  errorA: string | null;
  errorB: string | null;
};

/** A document of megabytes is not sent through for one line of it. */
const previewChars = 2000;

/** The cases of two runs with both answers, as the filter shows them. */
export async function listComparedCases(
  ctx: Context,
  input: ListComparedCasesInput,
): Promise<ComparedCasePage> {
  const { cursor, limit, sort, ...filter } = parseInput(listComparedCasesInput, input);
  const scope = await caseScope(ctx, filter);
  const total = cursor ? null : await knownTotal(ctx, scope, filter);
  if (total === 0) return { items: [], nextCursor: null, total };
  // Where the total is not known it is counted along with the first page, in the same pass.
  const counted = cursor || total !== null ? Prisma.sql`0` : Prisma.sql`(count(*) over ())::int`;
  const rows = await db().$queryRaw<Found[]>`
    with page as (
      select c.id, c.key, c.position, a.case_revision_id as revision_a, b.case_revision_id as revision_b, ${counted} as counted
      from ${comparedCaseSql(scope, filter)} ${afterCursor(cursor, sort)}
      order by ${caseOrder(sort)} limit ${limit + 1}
    )
    select c.id as "caseId", c.key, c.position, c.counted, ${Prisma.raw(bucketOfPair)} as bucket, ${preview("input")}, ${preview("expected")},
      a.case_id is not null as "inA", b.case_id is not null as "inB", a.verdict as "verdictA", b.verdict as "verdictB",
      left(a.output, ${previewChars}) as "outputA", left(b.output, ${previewChars}) as "outputB",
      a.error_class as "errorA", b.error_class as "errorB"
    from page c
      left join attempt a on a.run_id = ${filter.baselineId}::uuid and a.case_id = c.id and a.repetition = ${comparedRepetition}
      left join attempt b on b.run_id = ${filter.candidateId}::uuid and b.case_id = c.id and b.repetition = ${comparedRepetition}
      left join case_revision r on r.id = coalesce(c.revision_a, c.revision_b)
    order by ${caseOrder(sort)}`;
  return {
    ...toPage(rows, limit, (row) => formatCursor(row, sort), toRow),
    total: cursor ? null : (total ?? rows[0]?.counted ?? 0),
  };
}

function preview(column: "input" | "expected"): Prisma.Sql {
  const name = Prisma.raw(column);
  return Prisma.sql`case when length(r.${name}::text) > ${previewChars * 10}
    then to_jsonb(left(r.${name}::text, ${previewChars})) else r.${name} end as ${name}`;
}

function toRow(found: Found): ComparedCaseRow {
  const side = (
    present: boolean,
    verdict: CaseVerdict | null,
    output: string | null,
    errorClass: string | null,
  ) => (present ? { verdict, output: excerpt(output ?? ""), errorClass } : null);
  return {
    key: found.key,
    position: found.position,
    bucket: found.bucket,
    title: caseTitle(found.input, found.key),
    expected: valuePreview(found.expected),
    a: side(found.inA, found.verdictA, found.outputA, found.errorA),
    b: side(found.inB, found.verdictB, found.outputB, found.errorB),
  };
}
