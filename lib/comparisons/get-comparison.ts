import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { memoryOfDerived } from "#lib/outcomes/columns/derived.ts";
import { comparedRunsSchema } from "./cases/compared-case-filter.ts";
import { usualMargin } from "./cases/read-margin.ts";
import { pairAgreements } from "./columns/agreement.ts";
import { bucketColumn } from "./columns/bucket-column.ts";
import { type ComparedColumns, changedAnywhere, comparedColumns } from "./columns/compared-columns.ts";
import { nobodyAlone, soleRightColumn } from "./columns/sole-right.ts";
import { modeTransitions, stateTransitions } from "./columns/transitions.ts";
import type { Comparison, ComparisonResult, QuantityDistribution, SharedGrader } from "./comparison.ts";
import { type Forest, type ForestInput, forestRows, sliceId } from "./forest/forest-rows.ts";
import { hasGradedScores } from "./forest/graded-scores.ts";
import { runRows } from "./forest/run-rows.ts";
import { shownSlices } from "./forest/shown-slices.ts";
import { type Compared, loadCompared, type Side } from "./load-compared.ts";
import { notePair } from "./note-pair.ts";
import { distributions, type MeasuredQuantity } from "./quantities/distribution.ts";
import { quantityDifferences } from "./quantities/quantity-difference.ts";
import { strongest } from "./rules/comparability/comparability-note.ts";
import { otherDatasetNote } from "./rules/comparability/comparability-notes.ts";

export const getComparisonInput = comparedRunsSchema.extend({
  margin: z.number().gt(0).max(0.5).default(usualMargin),
});
export type GetComparisonInput = z.input<typeof getComparisonInput>;

/**
 * Two to ten runs matched case by case, everything on per-case means over repetitions, computed from columns. `loaded` are the same runs,
 * when they were loaded before.
 */
export async function getComparison(
  ctx: Context,
  input: GetComparisonInput,
  loaded?: Compared,
): Promise<Comparison> {
  const { margin, ...asked } = parseInput(getComparisonInput, input);
  const compared = loaded ?? (await loadCompared(ctx, asked));
  const { runs, sides, baseline, graderVersionId } = compared;
  const others = runs.filter((run) => run.dataset.id !== baseline.run.dataset.id);
  const columns = comparedColumns(compared);
  return {
    runs,
    baseline: baseline.run,
    comparedIds: sides.map(({ run }) => run.id),
    otherDatasets: others.map((run) => otherDatasetNote(baseline.run, run)),
    result: columns && resultOf(compared, columns, { margin, graderVersionId }),
  };
}

type Options = { margin: number; graderVersionId: string | null };

function resultOf(compared: Compared, columns: ComparedColumns, options: Options): ComparisonResult | null {
  const { sides, candidate } = compared;
  if (candidate === null) return null;
  const { candidates, overall, family } = summaries(compared, columns, options);
  const focus = candidates.find(({ run }) => run.id === candidate.run.id);
  if (focus === undefined) return null;
  const outcomes = sides.map((side) => side.outcomes);
  const changed = changedAnywhere(sides);
  return {
    ...options,
    candidate: focus,
    candidates,
    overall,
    family,
    ...forestOf(compared, candidate, focus.withheld, options),
    critical: columns.critical.reduce((sum, one) => sum + one, 0),
    states: stateTransitions(columns),
    modes: modeTransitions(compared, columns),
    soles: solesOf(sides, soleRightColumn(columns.aligned, changed), columns),
    agreements: pairAgreements(columns.aligned, changed),
    quantities: quantityDifferences(
      compared.baseline,
      sides.slice(1).map((side) => ({
        side,
        isWithheld: candidates.find(({ run }) => run.id === side.run.id)?.withheld === "everything",
      })),
    ),
    latency: distributionOf("latencyMs", sides, outcomes),
    cost: distributionOf("costMicroUsd", sides, outcomes),
  };
}

function summaries({ sides, baseline }: Compared, { aligned }: ComparedColumns, options: Options) {
  const notes = new Map(sides.slice(1).map((side) => [side, notePair(baseline, side)]));
  const withheldOf = (side: Side) => strongest(notes.get(side) ?? []);
  const { rows, overall, family } = runRows({
    sides,
    aligned,
    changed: changedAnywhere(sides),
    ...options,
    isWithheld: (side) => isWithheld(withheldOf(side), options.graderVersionId),
  });
  const candidates = sides.slice(1).flatMap((side, index) => {
    const row = rows[index];
    if (row === undefined) return [];
    const { counts } = bucketColumn(aligned, { baseline: 0, candidate: index + 1, changed: side.changed });
    return [{ run: side.run, row, counts, notes: notes.get(side) ?? [], withheld: withheldOf(side) }];
  });
  return { candidates, overall, family };
}

/** What makes verdicts incomparable leaves a grader that both runs share comparable. */
function isWithheld(withheld: ReturnType<typeof strongest>, graderVersionId: string | null): boolean {
  return withheld === "everything" || (withheld === "verdict" && graderVersionId === null);
}

function forestOf(
  { baseline }: Compared,
  candidate: Side,
  withheld: ReturnType<typeof strongest>,
  { margin, graderVersionId }: Options,
): Pick<ComparisonResult, "forest" | "graders" | "slices" | "hiddenSlices"> {
  const graders = sharedGraders(baseline, candidate);
  const runs = [baseline.outcomes, candidate.outcomes];
  const { shown, hidden } = shownSlices(candidate.version);
  const asked: ForestInput = {
    baseline: baseline.outcomes,
    candidate: candidate.outcomes,
    baselineVersion: baseline.version,
    candidateVersion: candidate.version,
    changed: candidate.changed,
    graderVersionId,
    graderVersionIds: graders.map((grader) => grader.graderVersionId),
    scoredIds: graders
      .filter(({ graderVersionId: id, direction }) => direction === "higher" && hasGradedScores(runs, id))
      .map((grader) => grader.graderVersionId),
    slices: shown,
    margin,
    withholds: {
      slices: isWithheld(withheld, graderVersionId),
      graders: withheld === "everything",
    },
  };
  const forest = rememberedForest(asked);
  const slices = shown.map(({ dimension, value }) => ({
    id: sliceId({ dimension, value }),
    dimension,
    value,
  }));
  return { forest, graders, slices, hiddenSlices: hidden };
}

const remembered = memoryOfDerived<Forest>();

function rememberedForest(asked: ForestInput): Forest {
  const { baseline, candidate, baselineVersion, candidateVersion, changed, ...options } = asked;
  // Which questions changed does not follow from the runs' columns.
  if (changed.size > 0 || baselineVersion !== candidateVersion) return forestRows(asked);
  const key = JSON.stringify({ ...options, slices: options.slices.map(sliceId) });
  return remembered([baseline, candidate], key, () => forestRows(asked));
}

function sharedGraders(baseline: Side, candidate: Side): SharedGrader[] {
  const shared = new Set(candidate.run.graders.map((grader) => grader.graderVersionId));
  return baseline.run.graders
    .filter((grader) => shared.has(grader.graderVersionId))
    .map(({ graderId: _graderId, ...grader }) => grader);
}

function solesOf(sides: readonly Side[], column: Uint8Array, { aligned }: ComparedColumns) {
  const counts = new Int32Array(sides.length);
  for (const code of column) if (code !== nobodyAlone) counts[code] = (counts[code] ?? 0) + 1;
  return sides.map(({ run }, side) => ({
    runId: run.id,
    count: counts[side] ?? 0,
    of: aligned.caseNumbers.length,
  }));
}

function distributionOf(
  quantity: MeasuredQuantity,
  sides: readonly Side[],
  outcomes: readonly Side["outcomes"][],
): QuantityDistribution {
  const { runs, edges, isLogarithmic } = distributions(quantity, outcomes);
  return {
    edges,
    isLogarithmic,
    runs: runs.map((run, side) => ({ ...run, runId: sides[side]?.run.id ?? "" })),
  };
}
