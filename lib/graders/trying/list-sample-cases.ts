import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { caseTitle, valueText } from "#lib/datasets/case-text.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";

export const listSampleCasesInput = pageInputSchema.extend({
  datasetId: idSchema,
  limit: z.coerce.number().int().min(1).max(10).default(10),
});
export type ListSampleCasesInput = z.input<typeof listSampleCasesInput>;

/** More is not sent to the browser to try a grader on. */
const MAX_TEXT_CHARS = 20_000;

export type SampleCase = {
  caseId: string;
  key: string;
  title: string;
  inputText: string;
  expectedText: string;
  /** The texts are longer than what is sent here and were cut. */
  isCut: boolean;
};

/** Cases of a dataset's working copy in their order, ten at a time, to try a grader on. */
export async function listSampleCases(ctx: Context, input: ListSampleCasesInput): Promise<Page<SampleCase>> {
  const { datasetId, cursor, limit } = parseInput(listSampleCasesInput, input);
  const after = cursor ? parseInput(z.coerce.number("This is not a place in the list.").int(), cursor) : 0;
  const scope = { workspaceId: ctx.workspaceId };
  const [dataset, rows] = await Promise.all([
    db().dataset.findFirst({ where: { ...scope, id: datasetId }, select: { id: true } }),
    db().caseRevision.findMany({
      where: { ...scope, datasetId, isHead: true, archived: false, position: { gt: after } },
      orderBy: { position: "asc" },
      take: limit + 1,
      select: { caseId: true, key: true, position: true, input: true, expected: true },
    }),
  ]);
  if (dataset === null)
    throw new AppError("not-found", "There is no dataset with this id in this workspace.");
  return toPage(rows, limit, (row) => String(row.position), toSample);
}

function toSample(row: { caseId: string; key: string; input: unknown; expected: unknown }): SampleCase {
  const inputText = valueText(row.input);
  const expectedText = valueText(row.expected);
  return {
    caseId: row.caseId,
    key: row.key,
    title: caseTitle(row.input, row.key),
    inputText: inputText.slice(0, MAX_TEXT_CHARS),
    expectedText: expectedText.slice(0, MAX_TEXT_CHARS),
    isCut: inputText.length > MAX_TEXT_CHARS || expectedText.length > MAX_TEXT_CHARS,
  };
}
