import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { listGraders } from "#lib/graders/list-graders.ts";
import { findGraderKind } from "#lib/graders/registry.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { refuseUnknownRun } from "../../no-such-run.ts";
import { listPinnedGraders } from "./list-pinned-graders.ts";

export type AddableGrader = { id: string; name: string; number: number; kindLabel: string; weight: number };

const maxShown = 200;

/** The graders of the workspace that do not judge this run yet, by name. */
export async function listAddableGraders(ctx: Context, input: { runId: string }): Promise<AddableGrader[]> {
  const runId = parseInput(idSchema, input.runId);
  await refuseUnknownRun(ctx, runId);
  const [all, pinned] = await Promise.all([
    listGraders(ctx, { limit: maxShown }),
    listPinnedGraders(db(), ctx, runId),
  ]);
  const present = new Set(pinned.map(({ graderId }) => graderId));
  return all.items
    .filter(({ id }) => !present.has(id))
    .map(({ id, name, number, kind, weight }) => ({
      id,
      name,
      number,
      kindLabel: findGraderKind(kind)?.label ?? kind,
      weight,
    }));
}
