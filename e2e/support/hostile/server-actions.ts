import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { projectFolder } from "#lib/launch/processes/node-program.ts";

const manifestSchema = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string(), filename: z.string() })),
});

export type ServerAction = { id: string; name: string };

/** Every server action that the built product answers to. */
export async function serverActions(): Promise<ServerAction[]> {
  const path = join(projectFolder, ".next", "server", "server-reference-manifest.json");
  const { node } = manifestSchema.parse(JSON.parse(await readFile(path, "utf8")));
  return Object.entries(node).map(([id, { exportedName, filename }]) => ({
    id,
    name: `${filename} ${exportedName}`,
  }));
}

/** How a browser calls an action: the id in a header, the arguments as the body. */
export function actionRequest(id: string, origin: string, body = "[]") {
  return {
    headers: {
      "next-action": id,
      accept: "text/x-component",
      "content-type": "text/plain;charset=UTF-8",
      origin,
    },
    data: body,
  };
}
