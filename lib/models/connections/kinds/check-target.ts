import { z } from "zod";
import { vendors } from "#lib/providers/vendors/vendors.ts";
import { readServiceAddress } from "../../services/address-template.ts";
import { toJsonObject } from "../../versions/to-json-object.ts";
import { baseUrlSchema } from "../base-url-schema.ts";
import { isMetadataHost } from "../metadata-address.ts";
import { commandSettingsSchema } from "./command-settings.ts";
import type { ConnectionKind } from "./connection-kind.ts";
import { serviceSettingsSchema } from "./service-settings.ts";

type Target = {
  kind: ConnectionKind;
  baseUrl: string;
  settings: Record<string, unknown>;
  secretHeaders: readonly { name: string }[];
};

/** For `transform`: the address and the settings as their kind wants them, with every default filled in. */
export function checkTarget<Fields extends Target>(fields: Fields, refinement: z.core.$RefinementCtx) {
  const { kind, secretHeaders } = fields;
  const baseUrl = part("baseUrl", addressSchema(kind), fields.baseUrl, refinement);
  const settings = part(
    "settings",
    settingsSchema(kind),
    withNames(fields.settings, kind, secretHeaders),
    refinement,
  );
  return { ...fields, baseUrl: baseUrl ?? "", settings: toJsonObject(settings ?? {}) };
}

function part<Output>(
  name: string,
  schema: z.ZodType<Output>,
  value: unknown,
  refinement: z.core.$RefinementCtx,
): Output | null {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    refinement.addIssue({ code: "custom", path: [name, ...path], message });
  }
  return null;
}

function withNames(
  settings: Record<string, unknown>,
  kind: ConnectionKind,
  headers: Target["secretHeaders"],
) {
  return kind === "http" ? { ...settings, secretHeaderNames: headers.map(({ name }) => name) } : settings;
}

function addressSchema(kind: ConnectionKind): z.ZodType<string> {
  switch (kind) {
    case "openai_compatible":
      return baseUrlSchema;
    case "openai":
    case "anthropic":
    case "google":
    case "mistral":
      return z
        .string()
        .transform((text) => text || vendors[kind].baseUrl)
        .pipe(baseUrlSchema);
    case "http":
      return serviceUrlSchema;
    case "command":
      return programSchema;
  }
}

function settingsSchema(kind: ConnectionKind): z.ZodType<object> {
  if (kind === "http") return serviceSettingsSchema;
  return kind === "command" ? commandSettingsSchema : z.strictObject({});
}

/** The whole address, with a query where the service wants one. Placeholders may stand behind its host. */
const serviceUrlSchema = z
  .string()
  .max(2000, "An address has at most 2,000 characters.")
  .transform((text, refinement) => {
    const read = readServiceAddress(text);
    if (!read.ok) {
      refinement.addIssue({ code: "custom", message: read.reason });
      return z.NEVER;
    }
    const { url } = read;
    if (url.username !== "" || url.password !== "" || url.hash !== "" || isMetadataHost(url)) {
      const message = isMetadataHost(url)
        ? "This address belongs to the metadata service of the machine. Enter the address of a service."
        : "Leave user name, password and everything from the # on out of the address; secrets go into headers.";
      refinement.addIssue({ code: "custom", message });
      return z.NEVER;
    }
    return read.address;
  });

const programSchema = z
  .string()
  .min(1, "Enter the program, for example /usr/local/bin/my-agent.")
  .max(1000, "A program has at most 1,000 characters.")
  .regex(/^[^\0\n\r]*$/, "A program has no line breaks.");
