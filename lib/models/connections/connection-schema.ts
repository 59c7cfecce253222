import { z } from "zod";
import { idSchema } from "#lib/ids/id-schema.ts";
import { normaliseBaseUrl } from "#lib/providers/http/normalise-base-url.ts";
import { storable } from "../storable.ts";
import { isMetadataHost } from "./metadata-address.ts";

const MAX_URL_CHARS = 500;

/** Private addresses are allowed on purpose: most connections are to a server on the same machine or network. */
export const baseUrlSchema = z
  .string()
  .trim()
  .min(1, "Enter the base URL of the server, for example http://localhost:11434/v1.")
  .max(MAX_URL_CHARS, `A base URL has at most ${MAX_URL_CHARS} characters.`)
  .transform((text, refinement) => {
    const normalised = normaliseBaseUrl(text);
    if (normalised.ok && !isMetadataHost(new URL(normalised.baseUrl))) return normalised.baseUrl;
    refinement.addIssue({ code: "custom", message: normalised.ok ? METADATA : normalised.reason });
    return z.NEVER;
  });

const METADATA =
  "This address belongs to the metadata service of the machine and cannot be a model server. Enter the address of a model server.";

/** A header value: visible ASCII. A line break in a key would end the header. */
export const apiKeySchema = z
  .string()
  .trim()
  .max(4000, "A key has at most 4,000 characters.")
  .regex(/^[\x21-\x7e]*$/, "A key has no spaces, line breaks or accented characters. Copy it again.");

export const connectionFields = {
  name: z
    .string()
    .trim()
    .min(1, "Give the connection a name.")
    .max(120, "A name has at most 120 characters.")
    .superRefine(storable),
  baseUrl: baseUrlSchema,
  maxConcurrency: z
    .int("Enter a whole number.")
    .min(1, "At least 1 call at a time.")
    .max(512, "At most 512 calls at a time.")
    .default(8),
  timeoutSeconds: z
    .int("Enter a whole number of seconds.")
    .min(1, "At least 1 second.")
    .max(3600, "At most 3,600 seconds.")
    .default(120),
};

export const createConnectionInput = z.object({
  ...connectionFields,
  /** Empty for a server that needs none. */
  apiKey: apiKeySchema.default(""),
});
export type CreateConnectionInput = z.input<typeof createConnectionInput>;

export const updateConnectionInput = z
  .object({
    connectionId: idSchema,
    ...connectionFields,
    /** Empty keeps the stored key. */
    apiKey: apiKeySchema.default(""),
    removeKey: z.boolean().default(false),
  })
  .refine(({ apiKey, removeKey }) => apiKey === "" || !removeKey, {
    path: ["apiKey"],
    error: "Enter a new key or remove the stored one, not both.",
  });
export type UpdateConnectionInput = z.input<typeof updateConnectionInput>;
