import type { GraderOutcomes, RunOutcomes, VersionCases } from "#lib/outcomes/run-outcomes.ts";
import type { ComparedGrader, ComparedRun } from "../compared-run.ts";
import type { Side } from "../load-compared.ts";

export type GivenRun = {
  id?: string;
  number?: number;
  /** Codes of the attempts, those of one case next to each other. */
  verdicts: readonly number[];
  repetitions?: number;
  /** Default 1, 2, 3, … */
  caseNumbers?: readonly number[];
  graders?: readonly (Partial<ComparedGrader> & { verdicts: readonly number[] })[];
  clusters?: readonly number[];
  slices?: VersionCases["slices"];
  changed?: ReadonlySet<number>;
  truncated?: readonly number[];
  run?: Partial<ComparedRun>;
};

/** One side of a comparison from codes written by hand. */
export function sideOf(given: GivenRun): Side {
  const { verdicts, repetitions = 1, id = "run", number = 1 } = given;
  const caseNumbers =
    given.caseNumbers ?? Array.from({ length: verdicts.length / repetitions }, (_, i) => i + 1);
  const graders = (given.graders ?? []).map(({ verdicts: codes, ...grader }, place) => ({
    grader: { ...graderNamed(`g${place + 1}`), ...grader },
    codes,
  }));
  const none = () => new Float64Array(verdicts.length).fill(Number.NaN);
  const outcomes: RunOutcomes = {
    runId: id,
    datasetId: "d",
    datasetVersionId: "v1",
    repetitions,
    caseNumbers: Int32Array.from(caseNumbers),
    verdicts: Uint8Array.from(verdicts),
    latencyMs: none(),
    costMicroUsd: none(),
    truncated: Uint8Array.from(given.truncated ?? verdicts.map(() => 0)),
    graders: graders.map(
      ({ grader, codes }): GraderOutcomes => ({
        graderVersionId: grader.graderVersionId,
        verdicts: Uint8Array.from(codes),
        scores: none(),
      }),
    ),
  };
  const version: VersionCases = {
    datasetVersionId: "v1",
    caseNumbers: Int32Array.from(caseNumbers),
    revisions: new Int32Array(caseNumbers.length).fill(1),
    clusters: Int32Array.from(given.clusters ?? caseNumbers.map(() => -1)),
    slices: given.slices ?? [],
  };
  const run = {
    ...runNamed(id, number),
    repetitions,
    graders: graders.map(({ grader }) => grader),
    ...given.run,
  };
  return { run, outcomes, version, changed: given.changed ?? new Set() };
}

export function graderNamed(graderId: string): ComparedGrader {
  return {
    graderVersionId: `${graderId} v1`,
    graderId,
    name: graderId,
    number: 1,
    weight: 1,
    critical: false,
    direction: "higher",
  };
}

export function runNamed(id: string, number: number): ComparedRun {
  return {
    id,
    number,
    state: "finished",
    planned: 0,
    repetitions: 1,
    splits: [],
    createdAt: new Date(0),
    finishedAt: new Date(0),
    dataset: { id: "d", name: "Tickets", versionId: "v1", versionNumber: 1, isArchived: false },
    model: { id: "m", name: "Small", versionId: "m1", versionNumber: 1, isArchived: false },
    graders: [],
    verdictRule: { kind: "all" },
    scores: null,
  };
}
