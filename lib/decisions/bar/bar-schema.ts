import { z } from "zod";
import { policySchema } from "#lib/gates/policy/policy-schema.ts";

/** What a model must clear to be chosen: the policy that gates hold runs against, and limits that only a choice has. */
export const barSchema = z.strictObject({
  policy: policySchema.prefault({}),
  /** The upper 95 % limit of the mean cost of a request, times 1,000, must not exceed it. */
  costPer1000MicroUsd: z.number().positive().finite().nullable().default(null),
  /** Only models that answer on machines of the team's own. */
  selfHostedOnly: z.boolean().default(false),
  /** Only models that may be used under one of these; empty asks for none. */
  licences: z.array(z.string().trim().min(1).max(80)).max(20).default([]),
});
export type Bar = z.output<typeof barSchema>;
