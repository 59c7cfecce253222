import { storableJson, storableText } from "#lib/db/storable.ts";
import type { GradeUsage } from "#lib/graders/grader-kind.ts";

export type GradeRecord = {
  graderVersionId: string;
  status: "scored" | "unscored";
  score: number | null;
  passed: boolean | null;
  reason: string;
  detail: unknown;
  /** Of a grade that somebody was asked for. */
  usage?: GradeUsage | undefined;
  /** Is stored already, by an earlier round. */
  isKept?: true;
};

export type GradedAttempt = {
  caseId: string;
  repetition: number;
  verdict: "passed" | "failed" | "unscored";
  grades: GradeRecord[];
};

type GradeRow = GradeRecord & { caseId: string; repetition: number };

/** The columns of a grade after workspace and run: name, type of one value, and the value. */
export const gradeColumns: readonly [name: string, type: string, value: (grade: GradeRow) => unknown][] = [
  ["case_id", "uuid", (g) => g.caseId],
  ["repetition", "smallint", (g) => g.repetition],
  ["grader_version_id", "uuid", (g) => g.graderVersionId],
  ["status", `"GradeStatus"`, (g) => g.status],
  ["score", "double precision", (g) => g.score],
  ["passed", "boolean", (g) => g.passed],
  ["reason", "text", (g) => storableText(g.reason)],
  ["detail", "jsonb", (g) => (g.detail === undefined ? null : storableJson(g.detail))],
  ["usage", "jsonb", (g) => (g.usage === undefined ? null : storableJson(g.usage))],
  ["cost_micro_usd", "int", (g) => g.usage?.costMicroUsd ?? null],
];

export const gradeNames = gradeColumns.map(([name]) => name).join(", ");
