import { LocalServers } from "#components/models/connections/local-servers.tsx";
import { type Context, hasRole } from "#lib/context/context.ts";
import { listLocalServers } from "#lib/models/connections/list-local-servers.ts";
import { createConnectionAction } from "./connections/actions.ts";

/** Looks for servers on this machine while the rest of the page is shown; put it in a Suspense. */
export async function LocalServersSection({ ctx }: { ctx: Context }) {
  if (!hasRole(ctx, "editor")) return null;
  return <LocalServers servers={await listLocalServers(ctx)} create={createConnectionAction} />;
}
