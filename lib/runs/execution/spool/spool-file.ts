import { join } from "node:path";
import { z } from "zod";
import { env } from "#lib/env/env.ts";

/** The first line of a spool. Every other line is the row of one attempt. */
export const spoolHeaderSchema = z.object({
  workspaceId: z.uuid(),
  runId: z.uuid(),
  index: z.number().int(),
  workerId: z.uuid(),
  answerRound: z.number().int(),
});
export type SpoolHeader = z.infer<typeof spoolHeaderSchema>;

/** On the machine of the worker: what is in it is in the database, or on its way there. */
export function spoolFolder(): string {
  return join(env().TOUCHSTONE_HOME, "spool");
}

const extension = ".jsonl";

export function spoolFileName({
  runId,
  index,
  workerId,
}: Omit<SpoolHeader, "answerRound" | "workspaceId">): string {
  return `${runId}.${index}.${workerId}${extension}`;
}

/** Null for a file that is no spool. */
export function parseSpoolFileName(name: string): { runId: string; index: number; workerId: string } | null {
  const [, runId, index, workerId] = /^([\da-f-]{36})\.(\d+)\.([\da-f-]{36})\.jsonl$/.exec(name) ?? [];
  if (runId === undefined || index === undefined || workerId === undefined) return null;
  return { runId, index: Number(index), workerId };
}
