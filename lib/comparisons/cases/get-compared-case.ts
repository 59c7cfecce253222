import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { type AttemptDetail, getAttempt } from "#lib/runs/get-attempt.ts";
import { type CaseState, stateOf } from "../rules/case-state.ts";
import { comparedCaseFilterSchema } from "./compared-case-filter.ts";
import { comparedCaseSorts, usualSort } from "./compared-case-params.ts";
import { type OrderedCases, orderCases } from "./order-cases.ts";
import { readCaseTexts } from "./read-case-texts.ts";

export const getComparedCaseInput = comparedCaseFilterSchema.extend({
  key: z.string().max(400),
  repetition: z.coerce.number().int().min(1).max(10_000).default(1),
  sort: z.enum(comparedCaseSorts).default(usualSort),
});
export type GetComparedCaseInput = z.input<typeof getComparedCaseInput>;

export type ComparedCaseSide = {
  runId: string;
  state: CaseState;
  /** Null where the run has no answer to this repetition of the case. */
  attempt: AttemptDetail | null;
};

export type ComparedCase = {
  key: string;
  input: unknown;
  expected: unknown;
  repetition: number;
  /** In the order of the runs. */
  sides: ComparedCaseSide[];
  /** Neighbours in the list that the filter shows; null for a case that the filter itself does not show. */
  previousKey: string | null;
  nextKey: string | null;
};

/** One case with what every run made of it. */
export async function getComparedCase(ctx: Context, input: GetComparedCaseInput): Promise<ComparedCase> {
  const { key, repetition, sort, ...filter } = parseInput(getComparedCaseInput, input);
  const ordered = await orderCases(ctx, filter, sort);
  const caseNumber = ordered && (await findCaseNumber(ctx, ordered, key));
  if (ordered === null || caseNumber === null) throw noSuchCase(key);
  const { compared, columns } = ordered;
  const place = columns.aligned.caseNumbers.indexOf(caseNumber);
  const [[text], previousKey, nextKey, sides] = await Promise.all([
    readCaseTexts(ctx, compared, { caseNumbers: [caseNumber], as: "whole" }),
    keyBeside(ctx, ordered, place, -1),
    keyBeside(ctx, ordered, place, 1),
    Promise.all(
      compared.sides.map(async ({ run }, side) => ({
        runId: run.id,
        state: stateOf(columns.aligned.runs[side]?.states[place]),
        attempt: await findAttempt(ctx, { runId: run.id, key, repetition }),
      })),
    ),
  ]);
  if (text === undefined) throw noSuchCase(key);
  const { input: asked, expected } = text;
  return { key, input: asked, expected, repetition, sides, previousKey, nextKey };
}

function noSuchCase(key: string): AppError {
  return new AppError(
    "not-found",
    `None of these runs has the case "${key.slice(0, 80)}". Close this panel and choose a case from the table.`,
  );
}

async function findCaseNumber(
  ctx: Context,
  { compared, columns }: OrderedCases,
  key: string,
): Promise<number | null> {
  const found = await db().case.findFirst({
    where: {
      workspaceId: ctx.workspaceId,
      datasetId: compared.baseline.run.dataset.id,
      key: key.toWellFormed().replaceAll("\0", ""),
    },
    select: { position: true },
  });
  return found !== null && columns.aligned.caseNumbers.includes(found.position) ? found.position : null;
}

async function keyBeside(
  ctx: Context,
  { compared, columns, places }: OrderedCases,
  place: number,
  step: 1 | -1,
): Promise<string | null> {
  const index = places.indexOf(place);
  const beside = index < 0 ? undefined : places[index + step];
  const caseNumber = beside === undefined ? undefined : columns.aligned.caseNumbers[beside];
  if (caseNumber === undefined) return null;
  const found = await db().case.findFirst({
    where: {
      workspaceId: ctx.workspaceId,
      datasetId: compared.baseline.run.dataset.id,
      position: caseNumber,
    },
    select: { key: true },
  });
  return found?.key ?? null;
}

async function findAttempt(
  ctx: Context,
  wanted: { runId: string; key: string; repetition: number },
): Promise<AttemptDetail | null> {
  try {
    return await getAttempt(ctx, wanted);
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}
