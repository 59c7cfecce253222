import type { z } from "zod";

/** Turns the input of one kind of reference row into a result with the row's own field names. */
export type Adapter = (input: unknown) => unknown;

/** An adapter that first checks the row's input against a schema. */
export function adapter<Input>(schema: z.ZodType<Input>, compute: (input: Input) => unknown): Adapter {
  return (input) => compute(schema.parse(input));
}
