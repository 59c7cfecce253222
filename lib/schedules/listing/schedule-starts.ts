import type { Prisma } from "#lib/db/generated/client.ts";
import type { RunStateName } from "#lib/runs/run-progress.ts";

const maxRuns = 20;

export const startSelect = {
  id: true,
  createdAt: true,
  createdBy: true,
  runs: {
    orderBy: { number: "asc" },
    take: maxRuns,
    select: {
      id: true,
      number: true,
      state: true,
      modelVersion: { select: { model: { select: { name: true } } } },
      scorecard: {
        select: { passed: true, failed: true, passRate: true, passRateLower: true, passRateUpper: true },
      },
    },
  },
} as const satisfies Prisma.ExperimentSelect;

type Found = Prisma.ExperimentGetPayload<{ select: typeof startSelect }>;

export type StartedRun = {
  id: string;
  number: number;
  state: RunStateName;
  modelName: string;
  /** With its 95 % Wilson interval; null until there is a scorecard, and where nothing was scored. */
  passRate: { estimate: number; lower: number; upper: number; n: number } | null;
};

/** One start of a schedule with its runs and what came of them. */
export type ScheduleStart = { id: string; startedAt: Date; startedBy: string; runs: StartedRun[] };

export function toScheduleStart({ id, createdAt, createdBy, runs }: Found): ScheduleStart {
  return {
    id,
    startedAt: createdAt,
    startedBy: createdBy,
    runs: runs.map(({ modelVersion, scorecard, ...run }) => ({
      ...run,
      modelName: modelVersion.model.name,
      passRate: passRateOf(scorecard),
    })),
  };
}

function passRateOf(scorecard: Found["runs"][number]["scorecard"]): StartedRun["passRate"] {
  if (scorecard === null) return null;
  const { passed, failed, passRate: estimate, passRateLower: lower, passRateUpper: upper } = scorecard;
  if (estimate === null || lower === null || upper === null) return null;
  return { estimate, lower, upper, n: passed + failed };
}
