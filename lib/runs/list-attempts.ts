import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { caseTitle, valuePreview } from "#lib/datasets/case-text.ts";
import { db } from "#lib/db/database.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { excerpt } from "#lib/formats/excerpt.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";
import { attemptFilterSchema, attemptOrderSchema } from "./attempts/attempt-filter.ts";
import { attemptFilterSql } from "./attempts/attempt-filter-sql.ts";
import { beyondSql, cursorOf, parseCursor, placeSql } from "./attempts/attempt-order-sql.ts";
import { countAttempts } from "./attempts/count-attempts.ts";
import { refuseUnknownRun } from "./no-such-run.ts";

export const listAttemptsInput = pageInputSchema.extend({
  ...attemptFilterSchema.shape,
  ...attemptOrderSchema.shape,
  runId: idSchema,
  /** Rows to leave out before the first, for readers that jump into the list; not together with a cursor. */
  offset: z.number().int().min(0).max(100_000_000).nullish(),
  /** How many rows the list has, as far as the reader knows: a place behind the middle is reached from the end. */
  of: z.number().int().min(0).max(100_000_000).nullish(),
});
export type ListAttemptsInput = z.input<typeof listAttemptsInput>;

export type AttemptVerdict = "passed" | "failed" | "unscored" | "errored";

export type UnpassedGrade = { name: string; status: "failed" | "unscored"; reason: string };

export type AttemptRow = {
  key: string;
  repetition: number;
  position: number;
  /** Null while it waits to be graded. */
  verdict: AttemptVerdict | null;
  title: string;
  expected: string;
  /** The start of the answer; of an attempt that errored, its error. */
  actual: string;
  errorClass: string | null;
  /** Graders that did not pass it or could not score it, in the order of the run. */
  unpassed: UnpassedGrade[];
  latencyMs: number | null;
  costMicroUsd: number | null;
  /** The verdicts of all attempts at this case in their order; one of one for a run that tries each case once. */
  caseVerdicts: (AttemptVerdict | null)[];
  /** How many people say what of the answer. */
  labels: { passed: number; failed: number };
};

/** `total` counts the whole list, on its first page only. There is no next cursor behind an offset. */
export type AttemptPage = Page<AttemptRow> & { total: number | null };

type Found = Omit<AttemptRow, "title" | "expected" | "actual"> & {
  place: number;
  input: unknown;
  expected: unknown;
  output: string | null;
  error: string | null;
};

/** A document of megabytes is not sent through for one line of it. */
const previewChars = 2000;

export async function listAttempts(ctx: Context, input: ListAttemptsInput): Promise<AttemptPage> {
  const { runId, cursor, limit, sort, direction, offset, of, ...filter } = parseInput(
    listAttemptsInput,
    input,
  );
  await refuseUnknownRun(ctx, runId);
  const matching = await attemptFilterSql(ctx, runId, filter);
  const place = placeSql({ sort, direction });
  const order = Prisma.raw(direction === "ascending" ? "asc" : "desc");
  const part = partOf({ limit, offset: offset ?? 0, of: of ?? 0 });
  const partOrder = Prisma.raw((direction === "ascending") === part.isFromEnd ? "desc" : "asc");
  const after = cursor
    ? Prisma.sql`and ${beyondSql(Prisma.sql`${place}, r.position, a.repetition`, parseCursor(cursor), direction)}`
    : Prisma.empty;
  const page = db().$queryRaw<Found[]>`
    with page as (
      select a.run_id, a.case_id, a.repetition, a.case_revision_id, r.position, ${place} as place
      from attempt a join case_revision r on r.id = a.case_revision_id
      where ${matching} ${after}
      order by place ${partOrder}, position ${partOrder}, repetition ${partOrder}
      limit ${part.limit} offset ${part.offset}
    )
    select p.place, r.key, a.repetition::int, r.position, a.verdict::text, ${preview("input")}, ${preview("expected")},
      left(a.output, ${previewChars}) as output, left(a.error_message, ${previewChars}) as error,
      a.error_class as "errorClass", a.latency_ms as "latencyMs", a.cost_micro_usd as "costMicroUsd",
      coalesce(grades.unpassed, '[]') as unpassed,
      (select jsonb_agg(s.verdict order by s.repetition) from attempt s where s.run_id = p.run_id and s.case_id = p.case_id)
        as "caseVerdicts",
      (select jsonb_build_object('passed', count(*) filter (where l.verdict = 'passed'),
          'failed', count(*) filter (where l.verdict = 'failed'))
        from label l where l.run_id = p.run_id and l.case_id = p.case_id and l.repetition = p.repetition and l.in_force) as labels
    from page p
    join attempt a on a.run_id = p.run_id and a.case_id = p.case_id and a.repetition = p.repetition
    join case_revision r on r.id = p.case_revision_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('name', gr.name, 'reason', left(g.reason, 300),
        'status', case when g.status = 'unscored' then 'unscored' else 'failed' end) order by rg.position) as unpassed
      from grade g
      join grader_version gv on gv.id = g.grader_version_id
      join grader gr on gr.id = gv.grader_id
      left join run_grader rg on rg.run_id = g.run_id and rg.grader_version_id = g.grader_version_id
      where g.run_id = p.run_id and g.case_id = p.case_id and g.repetition = p.repetition and g.passed is distinct from true
    ) grades on true
    order by p.place ${order}, p.position ${order}, p.repetition ${order}`;
  const isFirst = !cursor && !offset;
  const [rows, total] = await Promise.all([
    page,
    isFirst ? countAttempts(ctx, { runId, matching, filter }) : null,
  ]);
  const found = toPage(rows, limit, cursorOf, toRow);
  return {
    ...found,
    nextCursor: offset ? null : found.nextCursor,
    total,
  };
}

/** Rows that are left out cost as much as rows that are read, so a place behind the middle is counted from the end. */
function partOf({ limit, offset, of }: { limit: number; offset: number; of: number }) {
  if (offset * 2 < of || offset >= of) return { isFromEnd: false, offset, limit: limit + 1 };
  const end = Math.min(of, offset + limit);
  return { isFromEnd: true, offset: of - end, limit: Math.max(0, end - offset) };
}

function preview(column: "input" | "expected"): Prisma.Sql {
  const name = Prisma.raw(column);
  return Prisma.sql`case when jsonb_typeof(r.${name}) = 'string' and length(r.${name} #>> '{}') > ${previewChars}
      then to_jsonb(left(r.${name} #>> '{}', ${previewChars}))
    when length(r.${name}::text) > ${previewChars * 10} then to_jsonb(left(r.${name}::text, ${previewChars}))
    else r.${name} end as ${name}`;
}

function toRow({ place: _, input, expected, output, error, ...row }: Found): AttemptRow {
  return {
    ...row,
    title: caseTitle(input, row.key),
    expected: valuePreview(expected),
    actual: excerpt(output ?? error ?? ""),
  };
}
