import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { ExampleCase } from "../audit-note.ts";

export type CaseRef = { runId: string; caseId: string; repetition: number };

/** Reads the keys of these cases at once, and returns what names any of them. */
export async function exampleCases(
  ctx: Context,
  runs: readonly { id: string; number: number }[],
  refs: readonly CaseRef[],
): Promise<(refs: readonly CaseRef[]) => ExampleCase[]> {
  const cases = await db().case.findMany({
    where: { workspaceId: ctx.workspaceId, id: { in: [...new Set(refs.map(({ caseId }) => caseId))] } },
    select: { id: true, key: true },
  });
  const keys = new Map(cases.map(({ id, key }) => [id, key]));
  const numbers = new Map(runs.map(({ id, number }) => [id, number]));
  return (some) =>
    some.map(({ runId, caseId, repetition }) => ({
      runId,
      runNumber: numbers.get(runId) ?? 0,
      key: keys.get(caseId) ?? caseId,
      repetition,
    }));
}
