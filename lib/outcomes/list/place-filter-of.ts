import type { Context } from "#lib/context/context.ts";
import type { AttemptFilter } from "#lib/runs/attempts/attempt-filter.ts";
import { placesOf } from "../case-places.ts";
import { loadVersionCases } from "../load-version-cases.ts";
import { outcomeCodes, type RunOutcomes } from "../run-outcomes.ts";
import { attemptsHolding, casesHolding, needleOf } from "../texts/find-in-texts.ts";
import type { PlaceFilter } from "./listed-places.ts";

/** The filter of a list in columns; null for one that they do not know. */
export async function placeFilterOf(
  ctx: Context,
  outcomes: RunOutcomes,
  { view, search, failedBy, unscoredBy, slice, value, rows, ...others }: AttemptFilter,
): Promise<PlaceFilter | null> {
  const isKnown = Object.values(others).every((asked) => asked == null || asked === "");
  const graders = [
    gradedAs(outcomes, failedBy, outcomeCodes.failed),
    gradedAs(outcomes, unscoredBy, outcomeCodes.unscored),
  ].flat();
  if (!isKnown || graders.includes(null)) return null;
  const isSliced = typeof slice === "string" && typeof value === "string";
  const cases = isSliced ? await casesOfSlice(ctx, outcomes, { dimension: slice, value }) : null;
  if (isSliced && cases === null) return null;
  const isSearched = search.trim() !== "";
  const attempts = isSearched ? await findSearched(ctx, outcomes, search) : null;
  if (isSearched && attempts === null) return null;
  return {
    view,
    graders: graders.filter((grader) => grader !== null),
    cases,
    attempts,
    firstOfCase: rows === "case",
  };
}

/** Nothing for a grader that was not asked for, null for one that the run does not have. */
function gradedAs(outcomes: RunOutcomes, graderVersionId: string | null | undefined, code: number) {
  if (!graderVersionId) return [];
  const grader = outcomes.graders.find((one) => one.graderVersionId === graderVersionId);
  return [grader === undefined ? null : { verdicts: grader.verdicts, code }];
}

/** Null for a slice that is not kept in columns: a field with too many values, or one that no case has. */
async function casesOfSlice(
  ctx: Context,
  { datasetVersionId, caseNumbers }: RunOutcomes,
  { dimension, value }: { dimension: string; value: string },
): Promise<Uint8Array | null> {
  const version = await loadVersionCases(ctx, datasetVersionId);
  const slice = version.slices.find((one) => one.dimension === dimension && one.value === value);
  if (slice === undefined) return null;
  const isMember = new Uint8Array(version.caseNumbers.length);
  for (const place of slice.members) isMember[place] = 1;
  const places = placesOf(caseNumbers, version.caseNumbers);
  return Uint8Array.from(places, (place) => isMember[place] ?? 0);
}

/** The attempts that hold a text in their case, answer or error; null where only the database can find them. */
async function findSearched(ctx: Context, outcomes: RunOutcomes, search: string): Promise<Uint8Array | null> {
  const needle = await needleOf(search);
  if (needle === null) return null;
  const version = await loadVersionCases(ctx, outcomes.datasetVersionId);
  const [cases, attempts] = await Promise.all([
    casesHolding(ctx, version, needle),
    attemptsHolding(ctx, outcomes, needle),
  ]);
  if (cases === null || attempts === null) return null;
  const { caseNumbers, repetitions } = outcomes;
  const places = placesOf(caseNumbers, version.caseNumbers);
  const marks = attempts.slice();
  for (let at = 0; at < places.length; at += 1) {
    if (cases[places[at] ?? -1] === 1) marks.fill(1, at * repetitions, (at + 1) * repetitions);
  }
  return marks;
}
