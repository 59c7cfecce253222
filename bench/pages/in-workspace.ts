import type { BrowserContext } from "@playwright/test";
import type { PageRuns } from "./seed-pages.ts";

/** The pages of this context show this workspace from now on. */
export async function openWorkspace(context: BrowserContext, { workspaceId }: PageRuns): Promise<void> {
  const [any] = await context.cookies();
  if (any === undefined) throw new Error("Nobody is signed in.");
  await context.addCookies([
    { name: "touchstone-workspace", value: workspaceId, domain: any.domain, path: "/" },
  ]);
}
