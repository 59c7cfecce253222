import type { Context } from "#lib/context/context.ts";
import type { Page } from "#lib/pagination/page.ts";
import { type ListRunsInput, listRuns, type RunRow } from "#lib/runs/list-runs.ts";
import type { RuleVerdict } from "../policy/rule-outcome.ts";
import { gateVerdicts } from "./gate-verdicts.ts";

/** A run of the list with what its gate said last; null where it was never measured. */
export type GatedRunRow = RunRow & { gate: RuleVerdict | null };

export async function listGatedRuns(ctx: Context, input: ListRunsInput = {}): Promise<Page<GatedRunRow>> {
  const page = await listRuns(ctx, input);
  const verdicts = await gateVerdicts(
    ctx,
    page.items.map(({ id }) => id),
  );
  return { ...page, items: page.items.map((run) => ({ ...run, gate: verdicts.get(run.id) ?? null })) };
}
