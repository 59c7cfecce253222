import type { AttemptView } from "#lib/runs/attempts/attempt-views.ts";
import type { RunDetail } from "#lib/runs/get-run.ts";
import type { RunProgress } from "#lib/runs/run-progress.ts";
import type { Scorecard } from "#lib/scorecards/scorecard.ts";
import { dimensionsOf, sizeOf } from "../scorecard/slices/slice-rows.ts";
import type { AttemptFilterChoices } from "./attempt-filters.tsx";

/** More menus than this are a wall; the breakdown by slice leads to all of them. */
const maxMenus = 4;

/** What the list of a run's cases can be filtered by. */
export function attemptChoices(
  run: Pick<RunDetail, "graders">,
  scorecard: Pick<Scorecard, "slices" | "counts" | "repetitions"> | null,
): AttemptFilterChoices {
  const slices = scorecard?.slices ?? [];
  const attempted = (scorecard?.counts.planned ?? 0) - (scorecard?.counts.missing ?? 0);
  const dimensions = dimensionsOf(slices, attempted).slice(0, maxMenus);
  return {
    stability: scorecard?.repetitions?.stability ?? null,
    graders: run.graders.map(({ versionId, name }) => ({ versionId, name })),
    slices: slices
      .filter((slice) => dimensions.includes(slice.dimension))
      .map((slice) => ({ dimension: slice.dimension, value: slice.value, count: sizeOf(slice) })),
  };
}

/** What an address may say without asking for cases. */
const notAboutCases = ["by", "bar"];

/**
 * The view that a run opens on where its address asks for no cases and the usual one, what failed, is empty: its errors, or what could
 * not be scored. Null leaves it at what failed.
 */
export function openingView(
  asked: URLSearchParams,
  { ended, failed, errored, unscored }: Pick<RunProgress, "ended" | "failed" | "errored" | "unscored">,
): AttemptView | null {
  if (!ended || failed > 0 || [...asked.keys()].some((name) => !notAboutCases.includes(name))) return null;
  if (errored > 0) return "errored";
  return unscored > 0 ? "unscored" : null;
}

/** How many attempts each view holds. */
export function attemptCounts(progress: RunProgress): Record<AttemptView, number> {
  const { passed, failed, errored, unscored, done } = progress;
  return { passed, failed, errored, unscored, scored: passed + failed, all: done };
}
