import type { Prisma } from "#lib/db/generated/client.ts";

/** A checked value as a JSON object for a column: undefined members fall away, so that equal content has equal hashes. */
export function toJsonObject(value: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value));
}
