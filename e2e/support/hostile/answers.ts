import type { APIRequestContext } from "@playwright/test";

/** The status of the answer of each address. */
export async function statuses(
  request: APIRequestContext,
  addresses: readonly string[],
): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const address of addresses) found[address] = (await request.get(address)).status();
  return found;
}

/** What `statuses` gives when every address has this one. */
export function all(addresses: readonly string[], status: number): Record<string, number> {
  return Object.fromEntries(addresses.map((address) => [address, status]));
}

/** The addresses whose answer holds one of the texts. */
export async function addressesThatTell(
  request: APIRequestContext,
  texts: readonly string[],
  addresses: readonly string[],
  headers: Record<string, string> = {},
): Promise<string[]> {
  const telling: string[] = [];
  for (const address of addresses) {
    const body = await (await request.get(address, { headers })).text();
    if (texts.some((text) => body.includes(text))) telling.push(address);
  }
  return telling;
}

/** With its query as a browser sends a form: a comma is %2C. */
export function asBrowsersWrite(address: string): string {
  const [path, query] = address.split("?");
  return query === undefined ? address : `${path}?${new URLSearchParams(query)}`;
}
