import { actorId, type Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { type GetAttemptInput, getAttemptInput } from "#lib/runs/get-attempt.ts";
import { refuseUnknownRun } from "#lib/runs/no-such-run.ts";
import { actorNames } from "#lib/workspaces/actor-names.ts";
import type { LabelVerdict } from "./label-verdict.ts";

export type AttemptLabel = {
  id: string;
  verdict: LabelVerdict;
  note: string;
  failureMode: string | null;
  createdAt: Date;
};

/** What people say of one answer: the labels in force. */
export type AttemptLabels = {
  mine: AttemptLabel | null;
  /** The newest first. */
  others: (AttemptLabel & { authorName: string })[];
};

const maxLabels = 50;

export async function listAttemptLabels(ctx: Context, input: GetAttemptInput): Promise<AttemptLabels> {
  const { runId, key, repetition } = parseInput(getAttemptInput, input);
  await refuseUnknownRun(ctx, runId);
  const rows = await db().label.findMany({
    where: {
      workspaceId: ctx.workspaceId,
      runId,
      repetition,
      inForce: true,
      attempt: { case: { key: key.toWellFormed().replaceAll("\0", "") } },
    },
    orderBy: { id: "desc" },
    take: maxLabels,
    select: { id: true, author: true, verdict: true, note: true, failureMode: true, createdAt: true },
  });
  const me = actorId(ctx);
  const nameOf = await actorNames(
    ctx,
    rows.map(({ author }) => author),
  );
  const own = rows.find(({ author }) => author === me);
  return {
    mine: own === undefined ? null : withoutAuthor(own),
    others: rows
      .filter(({ author }) => author !== me)
      .map((row) => ({ ...withoutAuthor(row), authorName: nameOf(row.author) })),
  };
}

function withoutAuthor({ author: _author, ...label }: AttemptLabel & { author: string }): AttemptLabel {
  return label;
}
