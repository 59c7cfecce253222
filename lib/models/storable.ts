import type { z } from "zod";
import { checkJsonValue } from "#lib/formats/check-json-value.ts";

/** For `superRefine`: refuses text that PostgreSQL cannot store and nesting without end. */
export function storable(value: unknown, refinement: z.core.$RefinementCtx): void {
  const reason = checkJsonValue(value);
  if (reason !== null) refinement.addIssue({ code: "custom", message: reason });
}
