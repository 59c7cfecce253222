import type { Context } from "#lib/context/context.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { changedQuestions } from "#lib/outcomes/changed-questions.ts";
import { loadRunOutcomes } from "#lib/outcomes/load-run-outcomes.ts";
import { loadVersionCases } from "#lib/outcomes/load-version-cases.ts";
import type { RunOutcomes, VersionCases } from "#lib/outcomes/run-outcomes.ts";
import { type ComparedRun, loadComparedRuns } from "./compared-run.ts";

/** One run of a comparison with its columns. */
export type Side = {
  run: ComparedRun;
  outcomes: RunOutcomes;
  version: VersionCases;
  /** Numbers of the cases that ask something else than in the baseline's dataset version. */
  changed: ReadonlySet<number>;
};

export type Compared = {
  /** Every run of the comparison, the baseline first; also those of other datasets. */
  runs: ComparedRun[];
  /** The runs of the baseline's dataset, the baseline first. Runs of other datasets share no cases and have no side. */
  sides: Side[];
  baseline: Side;
  /** The run in focus; null where no other run is of the baseline's dataset. */
  candidate: Side | null;
  /** Whose verdicts count; null is the attempts' own, also where the two do not share the grader that was asked for. */
  graderVersionId: string | null;
};

export type ComparedRunsAsked = {
  runIds: readonly string[];
  againstId: string | null;
  graderVersionId: string | null;
};

/** Reads the runs with their columns. A missing or foreign run is refused as not found. `found` are the runs, when they were read before. */
export async function loadCompared(
  ctx: Context,
  { runIds, againstId, graderVersionId }: ComparedRunsAsked,
  found?: ComparedRun[],
): Promise<Compared> {
  const runs = found ?? (await loadComparedRuns(ctx, runIds));
  const sides = await loadSides(ctx, runs);
  const [baseline, ...candidates] = sides;
  if (baseline === undefined) throw new AppError("invalid", "Choose a run to compare with.");
  const candidate = candidates.find(({ run }) => run.id === againstId) ?? candidates[0] ?? null;
  const isShared = [baseline, candidate].every((side) =>
    side?.run.graders.some((grader) => grader.graderVersionId === graderVersionId),
  );
  return { runs, sides, baseline, candidate, graderVersionId: isShared ? graderVersionId : null };
}

async function loadSides(ctx: Context, runs: readonly ComparedRun[]): Promise<Side[]> {
  const related = runs.filter((run) => run.dataset.id === runs[0]?.dataset.id);
  const versionIds = [...new Set(related.map((run) => run.dataset.versionId))];
  const [outcomes, loaded] = await Promise.all([
    loadRunOutcomes(
      ctx,
      related.map((run) => run.id),
    ),
    Promise.all(versionIds.map(async (id) => await loadVersionCases(ctx, id))),
  ]);
  const versions = new Map(loaded.map((version) => [version.datasetVersionId, version]));
  const [first] = related;
  const baselineVersion = first && versions.get(first.dataset.versionId);
  const changes = new Map<string, ReadonlySet<number>>();
  for (const version of loaded) {
    const isSame = baselineVersion === undefined || version === baselineVersion;
    changes.set(
      version.datasetVersionId,
      isSame ? new Set() : await changedQuestions(ctx, baselineVersion, version),
    );
  }
  return related.flatMap((run, place) => {
    const version = versions.get(run.dataset.versionId);
    const columns = outcomes[place];
    if (version === undefined || columns === undefined) return [];
    const changed = changes.get(run.dataset.versionId) ?? new Set();
    return [{ run, outcomes: columns, version, changed }];
  });
}
