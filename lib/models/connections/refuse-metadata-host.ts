import { lookup } from "node:dns/promises";
import { AppError } from "#lib/errors/app-error.ts";
import { isMetadataAddress, isMetadataHost } from "./metadata-address.ts";

/**
 * Refuses a base URL whose name leads to the machine's metadata service. A name that does not resolve passes:
 * the call itself will say so.
 */
export async function refuseMetadataHost(baseUrl: string): Promise<void> {
  const url = new URL(baseUrl);
  if (isMetadataHost(url)) throw refusal(url);
  const addresses = await lookup(url.hostname.replace(/^\[|\]$/g, ""), { all: true }).catch(() => []);
  if (addresses.some(({ address }) => isMetadataAddress(address))) throw refusal(url);
}

function refusal(url: URL): AppError {
  return new AppError(
    "invalid",
    `${url.host} leads to the metadata service of the machine and cannot be a model server. Correct the base URL of the connection.`,
  );
}
