import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { log } from "#lib/log/log.ts";
import { type AttemptRow, attemptRowSchema } from "../storing/attempt-row.ts";
import { storeAttempts } from "../storing/store-attempts.ts";
import { parseSpoolFileName, type SpoolHeader, spoolFolder, spoolHeaderSchema } from "./spool-file.ts";

const rowsPerStatement = 250;

/** Stores what whoever had this shard before had kept on this machine. The caller holds the shard and has not begun. */
export async function recoverShard(ctx: Context, key: { runId: string; index: number }): Promise<void> {
  for (const { name, runId, index } of await listSpools()) {
    if (runId === key.runId && index === key.index) await recover(name, () => ctx);
  }
}

/** Stores what workers of this machine that are gone had kept and nobody has recovered, for example after the machine was away. */
export async function recoverLeftSpools(contextOf: (workspaceId: string) => Context): Promise<void> {
  for (const { name, runId, index, workerId } of await listSpools()) {
    const shard = await db().runShard.findFirst({
      where: { runId, index },
      select: { state: true, workerId: true },
    });
    // Not of this database; or at work, and then whoever takes the shard over recovers it.
    if (shard === null || (shard.state === "running" && shard.workerId === workerId)) continue;
    await recover(name, contextOf);
  }
}

async function listSpools() {
  const names = await readdir(spoolFolder()).catch(() => []);
  return names.flatMap((name) => {
    const parsed = parseSpoolFileName(name);
    return parsed === null ? [] : [{ name, ...parsed }];
  });
}

/** Safe to do twice: what is stored already stays as it is. */
async function recover(name: string, contextOf: (workspaceId: string) => Context): Promise<void> {
  const path = join(spoolFolder(), name);
  const read = await readSpool(path);
  if (read !== null) {
    const { header, rows } = read;
    const ctx = contextOf(header.workspaceId);
    // Ungraded: whoever has the shard grades what is stored and not graded.
    const rounds = { answerRound: header.answerRound, gradeRound: 0 };
    let recovered = 0;
    for (let from = 0; from < rows.length; from += rowsPerStatement) {
      const batch = rows.slice(from, from + rowsPerStatement).map((row) => ({ row, graded: null }));
      recovered += (await storeAttempts(ctx, header, rounds, batch)).length;
    }
    log.info(
      { event: "spool-recovered", runId: header.runId, index: header.index, recovered },
      `${recovered} answers of a stopped worker were recovered`,
    );
  }
  await rm(path, { force: true });
}

async function readSpool(path: string): Promise<{ header: SpoolHeader; rows: AttemptRow[] } | null> {
  const [first = "", ...lines] = (await readFile(path, "utf8")).split("\n");
  const header = spoolHeaderSchema.safeParse(parseLine(first));
  if (!header.success) return null;
  // The last line may be cut off in the middle.
  const rows = lines.flatMap((line) => {
    const row = attemptRowSchema.safeParse(parseLine(line));
    return row.success ? [row.data] : [];
  });
  return { header: header.data, rows };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
