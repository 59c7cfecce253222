import { gzipSync } from "node:zlib";
import type { APIRequestContext } from "@playwright/test";
import { pageAddresses } from "./support/addresses.ts";
import { firstLoadScripts, type PageWeight, weightTable } from "./support/page-weight.ts";
import { productRoutes } from "./support/product-routes.ts";
import { thingsOfOwner } from "./support/seed/seed-workspace.ts";
import { expect, test } from "./support/test.ts";

const limitBytes = 200_000;

/** May weigh more than the limit, because they draw charts. The libraries for it are loaded after the page all the same. */
const withCharts: readonly string[] = ["/", "/runs/[runId]", "/trends", "/compare"];

/** Pages of somebody without a session. */
const signedOut: readonly string[] = ["/sign-in", "/setup", "/invitation"];

/** Weighs pages; a script that several pages share is fetched once. */
function scales() {
  const weights = new Map<string, Promise<number>>();

  async function weighScript(request: APIRequestContext, source: string): Promise<number> {
    const response = await request.get(source);
    expect(response.status(), source).toBe(200);
    return gzipSync(await response.body()).length;
  }

  return async function weigh(request: APIRequestContext, address: string): Promise<PageWeight> {
    const response = await request.get(address);
    expect(response.status(), address).toBe(200);
    const scripts = firstLoadScripts(await response.text());
    expect(scripts, address).not.toEqual([]);
    let bytes = 0;
    for (const source of scripts) {
      const weight = weights.get(source) ?? weighScript(request, source);
      weights.set(source, weight);
      bytes += await weight;
    }
    return { address, bytes, scripts: scripts.length };
  };
}

test("a page without charts loads at most 200,000 bytes of JavaScript", async ({ page, visitor }) => {
  const things = await thingsOfOwner();
  const weigh = scales();
  const pages: (PageWeight & { route: string })[] = [];
  for (const { route, kind } of await productRoutes()) {
    if (kind !== "page") continue;
    const { request } = signedOut.includes(route) ? visitor : page;
    pages.push({ route, ...(await weigh(request, pageAddresses[route]?.(things) ?? route)) });
  }
  process.stdout.write(`JavaScript of the first load, gzipped\n${weightTable(pages)}\n`);

  const routes = pages.map(({ route }) => route);
  expect(
    [...withCharts, ...signedOut].filter((route) => !routes.includes(route)),
    "named above, but no page",
  ).toEqual([]);
  expect(
    weightTable(pages.filter(({ route, bytes }) => !withCharts.includes(route) && bytes > limitBytes)),
    "pages above the limit",
  ).toBe("");
});
