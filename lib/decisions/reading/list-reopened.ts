import type { Context } from "#lib/context/context.ts";
import { type DecisionRow, listDecisions } from "./list-decisions.ts";

/** The decisions among the newest ones in force that something has re-opened: what the home page gives notice of. */
export async function listReopened(ctx: Context): Promise<DecisionRow[]> {
  const { items } = await listDecisions(ctx, { current: true, limit: 50 });
  return items.filter(({ state }) => state === "re-opened");
}
