import { buildWebIfStale } from "../build-web.ts";
import { createStep } from "../progress-line.ts";

/** Builds the pages ahead of time, for an image. */
export async function build(): Promise<number> {
  await createStep()("Building the pages", buildWebIfStale);
  return 0;
}
