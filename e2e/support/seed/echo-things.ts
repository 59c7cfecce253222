import { db } from "#lib/db/database.ts";
import { publishedDataset, type TestCase } from "#lib/testing/factories/published-dataset.ts";
import { serverModel } from "#lib/testing/factories/server-model.ts";
import { ownerContext } from "./owner-context.ts";
import { withVerbs } from "./with-verbs.ts";

export type NamedThing = { id: string; name: string };

/** Short texts; a model that repeats what it is told passes the cases with an odd number, and no other. */
export function echoCases(count: number): TestCase[] {
  return Array.from({ length: count }, (_, index) => {
    const text = `say ${index + 1}`;
    return { key: `c-${index + 1}`, input: { text }, expected: index % 2 === 0 ? text : "something else" };
  });
}

/** A published dataset of the owner's workspace, made without the browser: importing has journeys of its own. */
export async function ownDataset(cases: readonly TestCase[]): Promise<NamedThing> {
  return await withVerbs(async () => {
    const { datasetId } = await publishedDataset(await ownerContext(), cases);
    return await db().dataset.findUniqueOrThrow({
      where: { id: datasetId },
      select: { id: true, name: true },
    });
  });
}

/** A model behind a connection of its own that gets the text of a case as its only message. */
export async function echoModel(server: { baseUrl: string; apiKey?: string }): Promise<NamedThing> {
  return await withVerbs(async () => {
    const { modelId } = await serverModel(await ownerContext(), server);
    return await db().model.findUniqueOrThrow({ where: { id: modelId }, select: { id: true, name: true } });
  });
}
