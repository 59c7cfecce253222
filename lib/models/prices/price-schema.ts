import { z } from "zod";
import { storable } from "../storable.ts";
import { utcDay } from "./utc-day.ts";

const maxPrice = 2_000_000_000;

/** Micro-dollars per million tokens; null is unknown. */
const amountSchema = z
  .int("A price is in whole micro-dollars per million tokens.")
  .min(0, "A price cannot be negative.")
  .max(maxPrice, "A price is at most $2,000 per million tokens.")
  .nullable();

export const providerModelSchema = z
  .string()
  .trim()
  .min(1, "Enter the id that the server knows the model by.")
  .max(300, "A model id has at most 300 characters.")
  .superRefine(storable);

export const daySchema = z.iso.date("Enter a day as year-month-day, for example 2026-11-01.");

/** A price of the workspace's own. Each model has at most one from each day. */
export const workspacePriceSchema = z
  .object({
    providerModel: providerModelSchema,
    /** A UTC day; it holds from its first moment. */
    validFrom: daySchema,
    inputPrice: amountSchema,
    outputPrice: amountSchema,
    cachedInputPrice: amountSchema.default(null),
  })
  .refine(({ inputPrice, outputPrice }) => inputPrice !== null && outputPrice !== null, {
    path: ["inputPrice"],
    error: "Enter the prices of input and output; 0 is free. To leave a price unknown, remove the row.",
  });

export type WorkspacePrice = {
  id: string;
  providerModel: string;
  validFrom: string;
  inputPrice: number | null;
  outputPrice: number | null;
  cachedInputPrice: number | null;
};

export const workspacePriceSelect = {
  id: true,
  providerModel: true,
  validFrom: true,
  inputPrice: true,
  outputPrice: true,
  cachedInputPrice: true,
} as const;

export function toWorkspacePrice(
  row: Omit<WorkspacePrice, "validFrom"> & { validFrom: Date },
): WorkspacePrice {
  return { ...row, validFrom: utcDay(row.validFrom) };
}
