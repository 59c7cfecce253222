import { z } from "zod";
import { AppError } from "#lib/errors/app-error.ts";
import { seal, unseal } from "#lib/secrets/seal.ts";

export type SecretHeader = { name: string; value: string };

const storedSchema = z.record(z.string(), z.string());

/** Secret headers as they are stored, bound to their connection; null when there are none. */
export function sealSecretHeaders(headers: readonly SecretHeader[], connectionId: string): string | null {
  if (headers.length === 0) return null;
  const values = Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value]));
  return seal(JSON.stringify(values), boundTo(connectionId));
}

/** Names in lower case and values in clear, for a call to the connection's own address and nowhere else. */
export function openSecretHeaders(sealed: string | null, connectionId: string): Record<string, string> {
  return sealed === null ? {} : storedSchema.parse(JSON.parse(unseal(sealed, boundTo(connectionId))));
}

/** The headers with the stored values put in where they were left empty. Refused for a value that is not stored. */
export function completeSecretHeaders(
  headers: readonly SecretHeader[],
  stored: Readonly<Record<string, string>>,
): SecretHeader[] {
  return headers.map(({ name, value }, index) => {
    const known = Object.hasOwn(stored, name.toLowerCase()) ? stored[name.toLowerCase()] : undefined;
    const complete = value === "" ? known : value;
    if (complete !== undefined) return { name, value: complete };
    const sentence = `Enter the value of the secret header ${name}. A stored value is never sent to another address.`;
    throw new AppError("invalid", sentence, { [`secretHeaders.${index}.value`]: sentence });
  });
}

function boundTo(connectionId: string): string {
  return `${connectionId}/headers`;
}
