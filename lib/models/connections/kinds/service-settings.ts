import { z } from "zod";
import { parseResponsePath } from "#lib/providers/service/response-path.ts";
import { serviceMethods } from "#lib/providers/service/service-methods.ts";
import { checkBodyTemplate } from "../../services/body-template.ts";

const headerName = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/, "A header's name has letters, digits and dashes.");

/** Visible ASCII and spaces: a line break would end the header. */
export const headerValueSchema = z
  .string()
  .trim()
  .max(4000, "A header has at most 4,000 characters.")
  .regex(/^[\x20-\x7e]*$/, "A header has no line breaks or accented characters.");

/** Set by the client itself; a second one would make the request unreadable. */
const ownHeaders = new Set([
  "host",
  "content-length",
  "transfer-encoding",
  "connection",
  "expect",
  "upgrade",
]);

export const headerNameSchema = headerName.refine((name) => !ownHeaders.has(name.toLowerCase()), {
  error: "This header is set by Touchstone itself. Leave it out.",
});

const responsePathSchema = z
  .string()
  .trim()
  .superRefine((path, refinement) => {
    const parsed = parseResponsePath(path);
    if (!parsed.ok) refinement.addIssue({ code: "custom", message: parsed.reason });
  });

const bodyTemplateSchema = z
  .string()
  .max(100_000, "A body template has at most 100,000 characters.")
  .superRefine((template, refinement) => {
    const problem = checkBodyTemplate(template);
    if (problem !== null) refinement.addIssue({ code: "custom", message: problem });
  });

/** What a connection of the kind http has beside its address. */
export const serviceSettingsSchema = z.strictObject({
  method: z.enum(serviceMethods).default("POST"),
  headers: z
    .array(z.strictObject({ name: headerNameSchema, value: headerValueSchema }))
    .max(50)
    .default([]),
  /** Their values are sealed in a column of their own. */
  secretHeaderNames: z.array(headerNameSchema).max(20).default([]),
  bodyTemplate: bodyTemplateSchema.default('{"input": "{{input}}"}'),
  responsePath: responsePathSchema.default(""),
  promptTokensPath: responsePathSchema.default(""),
  completionTokensPath: responsePathSchema.default(""),
});
