import { z } from "zod";
import { normaliseBaseUrl } from "#lib/providers/http/normalise-base-url.ts";
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
