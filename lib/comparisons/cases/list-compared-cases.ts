import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { caseTitle, valuePreview } from "#lib/datasets/case-text.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { excerpt } from "#lib/formats/excerpt.ts";
import { type Page, pageInputSchema } from "#lib/pagination/page.ts";
import { errorCodeOf } from "#lib/runs/attempts/error-class.ts";
import type { Compared } from "../load-compared.ts";
import type { Bucket } from "../rules/bucket.ts";
import { bucketOf } from "../rules/bucket.ts";
import { type CaseState, stateOf } from "../rules/case-state.ts";
import { comparedCaseFilterSchema } from "./compared-case-filter.ts";
import { comparedCaseSorts, usualSort } from "./compared-case-params.ts";
import { afterCursor, type OrderedCases, orderCases } from "./order-cases.ts";
import { type AnswerText, type CaseText, readAnswerTexts, readCaseTexts } from "./read-case-texts.ts";

export const listComparedCasesInput = pageInputSchema.extend({
  ...comparedCaseFilterSchema.shape,
  sort: z.enum(comparedCaseSorts).default(usualSort),
});
export type ListComparedCasesInput = z.input<typeof listComparedCasesInput>;

export type ComparedAnswer = {
  runId: string;
  state: CaseState;
  /** Share of the scored attempts that passed; null where none was scored. */
  rate: number | null;
  /** Of the first attempt. */
  output: string;
  /** What went wrong, as exactly as is known; null for an answer. */
  errorCode: string | null;
};

export type ComparedCaseRow = {
  key: string;
  caseNumber: number;
  title: string;
  expected: string;
  /** Null where neither of the two runs plans it. */
  bucket: Bucket | null;
  /** A critical case that newly fails. */
  isCritical: boolean;
  /** In the order of the runs. */
  answers: ComparedAnswer[];
};

/** `total` counts the whole list. */
export type ComparedCasePage = Page<ComparedCaseRow> & { total: number };

/** The cases of the compared runs with every run's answer, as the filter shows them. Filtered and ordered in columns; one page is read. */
export async function listComparedCases(
  ctx: Context,
  input: ListComparedCasesInput,
  loaded?: Compared,
): Promise<ComparedCasePage> {
  const { cursor, limit, sort, ...filter } = parseInput(listComparedCasesInput, input);
  const ordered = await orderCases(ctx, filter, sort, loaded);
  if (ordered === null) return { items: [], nextCursor: null, total: 0 };
  const start = afterCursor(ordered, cursor);
  const shown = [...ordered.places.subarray(start, start + limit)];
  const items = await readRows(ctx, ordered, shown);
  const last = items.at(-1);
  const hasMore = start + limit < ordered.places.length;
  return {
    items,
    nextCursor: hasMore && last ? String(last.caseNumber) : null,
    total: ordered.places.length,
  };
}

async function readRows(
  ctx: Context,
  { compared, columns }: OrderedCases,
  places: readonly number[],
): Promise<ComparedCaseRow[]> {
  const caseNumbers = places.map((place) => columns.aligned.caseNumbers[place] ?? -1);
  const cases = await readCaseTexts(ctx, compared, { caseNumbers, as: "preview" });
  const caseIds = cases.map(({ caseId }) => caseId);
  const answers = await readAnswerTexts(ctx, compared, { caseIds, as: "preview" });
  const caseOf = new Map(cases.map((text) => [text.caseNumber, text]));
  const answerOf = new Map(answers.map((answer) => [`${answer.caseId} ${answer.runId}`, answer]));
  return places.flatMap((place, index) => {
    const text = caseOf.get(caseNumbers[index] ?? -1);
    if (text === undefined) return [];
    return [
      {
        ...rowOf(text),
        bucket: bucketOf(columns.buckets.codes[place]),
        isCritical: columns.critical[place] === 1,
        answers: compared.sides.map(({ run }, side) =>
          toAnswer(run.id, answerOf.get(`${text.caseId} ${run.id}`), {
            state: columns.aligned.runs[side]?.states[place],
            rate: columns.aligned.runs[side]?.rates[place],
          }),
        ),
      },
    ];
  });
}

function rowOf({ key, caseNumber, input, expected }: CaseText) {
  return { key, caseNumber, title: caseTitle(input, key), expected: valuePreview(expected) };
}

function toAnswer(
  runId: string,
  answer: AnswerText | undefined,
  { state, rate }: { state: number | undefined; rate: number | undefined },
): ComparedAnswer {
  return {
    runId,
    state: stateOf(state),
    rate: rate === undefined || Number.isNaN(rate) ? null : rate,
    output: excerpt(answer?.output ?? ""),
    errorCode: answer ? errorCodeOf(answer) : null,
  };
}
