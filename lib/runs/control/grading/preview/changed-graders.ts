import { type Context, requireRole } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { CountedGrader } from "#lib/graders/attempt-verdict.ts";
import { checkReferences } from "#lib/graders/content/check-references.ts";
import { type GraderContent, parseGraderContent } from "#lib/graders/content/parse-grader-content.ts";
import { findGraderKind } from "#lib/graders/registry.ts";
import type { VerdictRule } from "#lib/graders/verdict/verdict-rule.ts";
import { verdictRuleSchema } from "#lib/graders/verdict/verdict-rule-schema.ts";
import { noSuchRun } from "../../../no-such-run.ts";
import { refuseUnlessAllowed } from "../../run-controls.ts";
import { listPinnedGraders } from "../list-pinned-graders.ts";
import type { ParsedGraderChange } from "./grader-change.ts";

type Rule = Pick<GraderContent, "kind" | "direction" | "threshold" | "weight" | "critical"> & {
  config: unknown;
};

export type ChangedGrader = {
  graderId: string;
  name: string;
  /** The version that the run pins, and its number. */
  versionId: string;
  number: number;
  /** Null for one that is not saved yet. */
  newNumber: number | null;
  /** Where it runs: inline ones are previewed whole, the others on a sample. */
  execution: "inline" | "isolated" | "remote";
  rule: Rule;
};

export type PreviewSubject = {
  runId: string;
  runNumber: number;
  changed: ChangedGrader[];
  /** How the graders that stay count, by version. */
  staying: ReadonlyMap<string, CountedGrader>;
  verdictRule: VerdictRule;
};

/** The graders of a finished run that a change touches. Refuses viewers, other workspaces, and a change that touches none. */
export async function loadPreviewSubject(
  ctx: Context,
  runId: string,
  change: ParsedGraderChange,
): Promise<PreviewSubject> {
  requireRole(ctx, "editor", "preview grades");
  const run = await db().run.findFirst({
    where: { id: runId, workspaceId: ctx.workspaceId },
    select: { number: true, state: true, verdictRule: true },
  });
  if (run === null) throw noSuchRun();
  refuseUnlessAllowed("grade-again", run);
  const pinned = await listPinnedGraders(db(), ctx, runId);
  const versions = await db().graderVersion.findMany({
    where: {
      workspaceId: ctx.workspaceId,
      id: { in: pinned.flatMap(({ versionId, newest }) => [versionId, newest.versionId]) },
    },
    select: {
      id: true,
      kind: true,
      config: true,
      direction: true,
      threshold: true,
      weight: true,
      critical: true,
    },
  });
  const byId = new Map(versions.map(({ id, ...rule }) => [id, rule]));
  const draft = change.type === "draft" ? await draftRule(ctx, change) : null;
  const changed = pinned.flatMap(({ graderId, name, versionId, number, newest }): ChangedGrader[] => {
    const isDraft = change.type === "draft";
    if (isDraft ? graderId !== change.graderId : newest.versionId === versionId) return [];
    const rule = draft ?? byId.get(newest.versionId);
    if (rule === undefined) return [];
    const execution = findGraderKind(rule.kind)?.execution ?? "inline";
    const newNumber = isDraft ? null : newest.number;
    return [{ graderId, name, versionId, number, newNumber, execution, rule }];
  });
  if (changed.length === 0) {
    throw new AppError(
      "conflict",
      change.type === "newest"
        ? `The graders of run ${run.number} are at their newest versions already.`
        : `This grader does not judge run ${run.number}.`,
    );
  }
  const staying = pinned.flatMap(({ versionId }): [string, CountedGrader][] => {
    const rule = byId.get(versionId);
    return rule === undefined || changed.some((one) => one.versionId === versionId)
      ? []
      : [[versionId, rule]];
  });
  return {
    runId,
    runNumber: run.number,
    changed,
    staying: new Map(staying),
    verdictRule: verdictRuleSchema.parse(run.verdictRule),
  };
}

async function draftRule(
  ctx: Context,
  { content }: Extract<ParsedGraderChange, { type: "draft" }>,
): Promise<Rule> {
  const rule = parseGraderContent(content);
  await checkReferences(ctx, rule);
  return rule;
}
