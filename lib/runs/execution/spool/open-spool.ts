import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { log } from "#lib/log/log.ts";
import type { AttemptRow } from "../storing/attempt-row.ts";
import { type SpoolHeader, spoolFileName, spoolFolder } from "./spool-file.ts";

export type Spool = {
  /** True when the row outlives this process. Takes about ten microseconds: the operating system has the row, not yet the disk. */
  keep(row: AttemptRow): boolean;
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
  return {
    keep(row) {
      if (!isWritable) return false;
      try {
        writeSync(file, line(row));
      } catch (error) {
        isWritable = false;
        log.warn({ err: error, path }, "answers can no longer be kept on this machine until they are stored");
      }
      return isWritable;
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
