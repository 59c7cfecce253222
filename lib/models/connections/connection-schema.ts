import { z } from "zod";
import { idSchema } from "#lib/ids/id-schema.ts";
import { storable } from "../storable.ts";
import { apiKeySchema } from "./base-url-schema.ts";
import { checkTarget } from "./kinds/check-target.ts";
import { connectionKinds } from "./kinds/connection-kind.ts";
import { headerNameSchema, headerValueSchema } from "./kinds/service-settings.ts";

const perMinute = z
  .int("Enter a whole number, or leave the field empty.")
  .min(1, "At least 1 a minute, or leave the field empty.")
  .max(1_000_000_000, "At most 1,000,000,000 a minute.")
  .nullable()
  .default(null);

/** What says where and how to call. `settings` is checked by the kind. */
const targetFields = {
  kind: z.enum(connectionKinds).default("openai_compatible"),
  /** Empty for a vendor's own address; the program of a command. */
  baseUrl: z.string().trim().default(""),
  /** Empty for a server that needs none; in an update and in a test, empty keeps the stored one. */
  apiKey: apiKeySchema.default(""),
  settings: z.record(z.string(), z.unknown()).default({}),
  /** Of an HTTP service. An empty value keeps the stored one. */
  secretHeaders: z
    .array(z.strictObject({ name: headerNameSchema, value: headerValueSchema }))
    .max(20, "At most 20 secret headers.")
    .default([]),
};

const ownFields = {
  name: z
    .string()
    .trim()
    .min(1, "Give the connection a name.")
    .max(120, "A name has at most 120 characters.")
    .superRefine(storable),
  maxConcurrency: z
    .int("Enter a whole number.")
    .min(1, "At least 1 call at a time.")
    .max(512, "At most 512 calls at a time.")
    .default(8),
  requestsPerMinute: perMinute,
  tokensPerMinute: perMinute,
  timeoutSeconds: z
    .int("Enter a whole number of seconds.")
    .min(1, "At least 1 second.")
    .max(3600, "At most 3,600 seconds.")
    .default(120),
};

export const createConnectionInput = z.object({ ...ownFields, ...targetFields }).transform(checkTarget);
export type CreateConnectionInput = z.input<typeof createConnectionInput>;

export const updateConnectionInput = z
  .object({ connectionId: idSchema, ...ownFields, ...targetFields, removeKey: z.boolean().default(false) })
  .refine(({ apiKey, removeKey }) => apiKey === "" || !removeKey, {
    path: ["apiKey"],
    error: "Enter a new key or remove the stored one, not both.",
  })
  .transform(checkTarget);
export type UpdateConnectionInput = z.input<typeof updateConnectionInput>;

export const testConnectionInput = z
  .object({
    /** A stored connection whose secrets are used, if the address is still its own and no others are given. */
    connectionId: idSchema.nullish(),
    ...targetFields,
    /** Asked for one short answer when given. */
    model: z.string().trim().max(300).default(""),
  })
  .transform(checkTarget);
export type TestConnectionInput = z.input<typeof testConnectionInput>;
