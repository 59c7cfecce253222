import type { z } from "zod";
import { AppError } from "./app-error.ts";

/** Parses what came in at a boundary; wrong input becomes one AppError with a message for each field. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const path = issue.path.join(".");
    fields[path] ??= issue.message;
  }
  const [first] = Object.entries(fields);
  const message = first ? (first[0] ? `${first[0]}: ${first[1]}` : first[1]) : "The input is not valid.";
  throw new AppError("invalid", message, fields);
}
