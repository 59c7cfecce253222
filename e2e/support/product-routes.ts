import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "#lib/launch/processes/node-program.ts";

/** A page or a route handler of the product, by its address with `[name]` where an id stands. */
export type ProductRoute = { route: string; kind: "page" | "handler"; methods: readonly string[] };

/** Every page and route handler, read from the folder that Next reads. */
export async function productRoutes(): Promise<ProductRoute[]> {
  const app = join(projectFolder, "app");
  const routes: ProductRoute[] = [];
  for await (const file of glob("**/{page.tsx,route.ts}", { cwd: app })) {
    const isPage = file.endsWith("page.tsx");
    routes.push({
      route: routeOf(file),
      kind: isPage ? "page" : "handler",
      methods: isPage ? ["GET"] : exportedMethods(await readFile(join(app, file), "utf8")),
    });
  }
  return routes.sort((one, other) => one.route.localeCompare(other.route));
}

export function isDynamic({ route }: ProductRoute): boolean {
  return route.includes("[");
}

/** "(workspace)/runs/[runId]/page.tsx" is at "/runs/[runId]": folders in round brackets only group. */
export function routeOf(file: string): string {
  const folders = file.split(/[\\/]/).slice(0, -1);
  return `/${folders.filter((folder) => !folder.startsWith("(")).join("/")}`;
}

function exportedMethods(source: string): string[] {
  const exported = source.matchAll(/^export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE)\b/gm);
  return [...exported].map(([, method = ""]) => method);
}
