import { outcomeCodes, type RunOutcomes, type VersionCases } from "#lib/outcomes/run-outcomes.ts";
import type { Evidence, RunEvidence } from "../evaluate/evidence.ts";

/** One case by hand: `verdicts` has a letter for each attempt (p passed, f failed, u unscored, e errored, - missing). */
export type HandCase = {
  verdicts: string;
  number?: number;
  tags?: readonly string[];
  cluster?: number;
  latencyMs?: number;
  costMicroUsd?: number;
  /** Verdicts of a critical grader, by attempt. */
  critical?: string;
};

export const criticalGrader = "critical-grader";

const codes: Readonly<Record<string, number>> = {
  p: outcomeCodes.passed,
  f: outcomeCodes.failed,
  u: outcomeCodes.unscored,
  e: outcomeCodes.errored,
  "-": outcomeCodes.missing,
};

/** A run over cases made by hand, as columns. Cases without a number are numbered from 1. */
export function handRun(cases: readonly HandCase[]): RunEvidence {
  const repetitions = cases[0]?.verdicts.length ?? 1;
  const numbers = Int32Array.from(cases, ({ number }, at) => number ?? at + 1);
  const column = (of: (one: HandCase) => string) => Uint8Array.from([...cases.map(of).join("")].map(codeOf));
  const each = (of: (one: HandCase) => number | undefined) =>
    Float64Array.from(cases.flatMap((one) => [...one.verdicts].map(() => of(one) ?? Number.NaN)));
  const outcomes: RunOutcomes = {
    runId: "run",
    datasetId: "dataset",
    datasetVersionId: "version",
    repetitions,
    caseNumbers: numbers,
    verdicts: column(({ verdicts }) => verdicts),
    latencyMs: each(({ latencyMs }) => latencyMs),
    costMicroUsd: each(({ costMicroUsd }) => costMicroUsd),
    truncated: new Uint8Array(cases.length * repetitions),
    graders: cases.some(({ critical }) => critical !== undefined)
      ? [
          {
            graderVersionId: criticalGrader,
            verdicts: column(({ critical, verdicts }) => critical ?? verdicts),
            scores: new Float64Array(cases.length * repetitions).fill(Number.NaN),
          },
        ]
      : [],
  };
  return { outcomes, version: versionOf(cases, numbers) };
}

/** Evidence on one run made by hand, compared with a baseline made by hand where there is one. */
export function handEvidence(
  cases: readonly HandCase[],
  {
    baseline = null,
    changed = [],
    critical = false,
  }: { baseline?: readonly HandCase[] | null; changed?: readonly number[]; critical?: boolean } = {},
): Evidence {
  const run = handRun(cases);
  return {
    ...run,
    baseline: baseline && { ...handRun(baseline), changed: new Set(changed) },
    criticalGraderVersionIds: critical ? [criticalGrader] : [],
    planned: run.outcomes.verdicts.length,
  };
}

/** So many cases alike. */
export function alike(count: number, one: HandCase): HandCase[] {
  return Array.from({ length: count }, () => ({ ...one }));
}

function versionOf(cases: readonly HandCase[], numbers: Int32Array): VersionCases {
  const tags = [...new Set(cases.flatMap((one) => one.tags ?? []))];
  return {
    datasetVersionId: "version",
    caseNumbers: numbers,
    revisions: new Int32Array(cases.length).fill(1),
    clusters: Int32Array.from(cases, ({ cluster }) => cluster ?? -1),
    slices: tags.map((value) => ({
      dimension: "tag",
      value,
      members: Int32Array.from(cases.flatMap((one, at) => (one.tags?.includes(value) ? [at] : []))),
    })),
  };
}

function codeOf(letter: string): number {
  const code = codes[letter];
  if (code === undefined) throw new Error(`"${letter}" is no verdict.`);
  return code;
}
