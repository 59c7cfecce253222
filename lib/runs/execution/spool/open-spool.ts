import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { log } from "#lib/log/log.ts";
import type { AttemptRow } from "../storing/attempt-row.ts";
import { type SpoolHeader, spoolFileName, spoolFolder } from "./spool-file.ts";

export type Spool = {
  /**
   * Resolves with true when the row outlives this process: the operating system has it, not yet the disk. What comes in one turn of the
   * event loop is written together, in about ten microseconds.
   */
  keep(row: AttemptRow): Promise<boolean>;
  /** Every row that was kept is stored. */
  remove(): void;
  close(): void;
};

/**
 * A file beside the worker that holds the ended attempts of a shard until the database has them, so that an answer that was paid for
 * outlives a killed worker, and its slot need not wait for the database. Null where no file can be written: then the slot waits.
 */
export function openSpool(header: SpoolHeader): Spool | null {
  const path = join(spoolFolder(), spoolFileName(header));
  let file: number;
  try {
    mkdirSync(spoolFolder(), { recursive: true, mode: 0o700 });
    file = openSync(path, "w", 0o600);
    writeSync(file, line(header));
  } catch (error) {
    log.warn({ err: error, path }, "answers cannot be kept on this machine until they are stored");
    return null;
  }
  let isWritable = true;
  let lines = "";
  let written: Promise<boolean> | null = null;

  async function write(): Promise<boolean> {
    await nextTurn();
    written = null;
    const text = lines;
    lines = "";
    if (!isWritable) return false;
    try {
      writeSync(file, text);
    } catch (error) {
      isWritable = false;
      log.warn({ err: error, path }, "answers can no longer be kept on this machine until they are stored");
    }
    return isWritable;
  }

  return {
    keep(row) {
      lines += line(row);
      written ??= write();
      return written;
    },
    remove: () => rmSync(path, { force: true }),
    close() {
      isWritable = false;
      closeSync(file);
    },
  };
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
