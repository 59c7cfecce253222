import type { RejectedRow } from "#lib/formats/tabular-row.ts";

export type ImportReport = {
  /** "stopped": nothing of the file was kept. */
  outcome: "imported" | "stopped";
  /** Rows read, rejected ones included. */
  rows: number;
  added: number;
  updated: number;
  unchanged: number;
  /** Exact, also where `rejectedRows` shows only the first of them. */
  rejected: number;
  rejectedRows: RejectedRow[];
  /** Columns of the file that are mapped to nothing. */
  ignoredColumns: string[];
};

export const shownRejectedRows = 200;

/** Keeps the rejected rows that come first in the file, and counts all of them. */
export class RejectedRows {
  count = 0;
  private kept: RejectedRow[] = [];

  add(rejected: RejectedRow): void {
    this.count += 1;
    this.kept.push(rejected);
    if (this.kept.length >= shownRejectedRows * 4) this.kept = this.first();
  }

  /** In the order of the file. */
  first(): RejectedRow[] {
    return this.kept.toSorted((a, b) => a.line - b.line).slice(0, shownRejectedRows);
  }
}
