import type { Prisma } from "#lib/db/generated/client.ts";
import type { Direction } from "../grader-kind.ts";
import { isPlainObject } from "../json/leaf-fields.ts";

/** The latest version of a grader. */
export type GraderSummary = {
  id: string;
  name: string;
  archivedAt: Date | null;
  versionId: string;
  number: number;
  kind: string;
  config: Record<string, unknown>;
  direction: Direction;
  threshold: number;
  weight: number;
  critical: boolean;
  changedAt: Date;
};

export const graderSummarySelect = {
  id: true,
  name: true,
  archivedAt: true,
  versions: {
    orderBy: { number: "desc" },
    take: 1,
    select: {
      id: true,
      number: true,
      kind: true,
      config: true,
      direction: true,
      threshold: true,
      weight: true,
      critical: true,
      createdAt: true,
    },
  },
} as const satisfies Prisma.GraderSelect;

type GraderRow = Prisma.GraderGetPayload<{ select: typeof graderSummarySelect }>;

/** A grader and its version 1 are written together, so the only grader without a version is one that is being deleted: null. */
export function toGraderSummary({ versions, ...grader }: GraderRow): GraderSummary | null {
  const [latest] = versions;
  if (latest === undefined) return null;
  const { id: versionId, createdAt: changedAt, config, ...version } = latest;
  return { ...grader, ...version, versionId, changedAt, config: isPlainObject(config) ? config : {} };
}
