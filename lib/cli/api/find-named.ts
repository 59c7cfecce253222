import type { Page } from "#lib/pagination/page.ts";
import { CommandError } from "../command-error.ts";
import type { DatasetAnswer, ModelAnswer } from "./answers.ts";
import type { Api } from "./connect.ts";

const mostShown = 5;

type Named = { id: string; name: string };
type Kind = { noun: string; path: string };

/** @throws CommandError that tells what there is when no dataset has exactly this name. */
export async function findDataset(api: Api, name: string): Promise<DatasetAnswer> {
  return await findNamed(api, { noun: "dataset", path: "/api/v1/datasets" }, name);
}

/** @throws CommandError that tells what there is when no model has exactly this name. */
export async function findModel(api: Api, name: string): Promise<ModelAnswer> {
  return await findNamed(api, { noun: "model", path: "/api/v1/models" }, name);
}

async function findNamed(api: Api, kind: Kind, name: string): Promise<Named> {
  for (let cursor: string | null = ""; cursor !== null; ) {
    const query = new URLSearchParams({ search: name, limit: "200", ...(cursor && { cursor }) });
    const page: Page<Named> = await api.get(`${kind.path}?${query}`);
    const found = page.items.find((item) => item.name === name);
    if (found !== undefined) return found;
    cursor = page.nextCursor;
  }
  throw new CommandError(
    `There is no ${kind.noun} called "${name}" in this workspace. ${await whatThereIs(api, kind)}`,
  );
}

async function whatThereIs(api: Api, { noun, path }: Kind): Promise<string> {
  const page = await api.get<Page<Named>>(`${path}?limit=${mostShown}`);
  if (page.items.length === 0) return `It has no ${noun}s yet.`;
  const names = page.items.map((item) => `"${item.name}"`).join(", ");
  return page.nextCursor === null ? `It has ${names}.` : `It has ${names} and more.`;
}
