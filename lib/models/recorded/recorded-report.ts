import type { RejectedRow } from "#lib/formats/tabular-row.ts";

export type RecordedReport = {
  /** "stopped": nothing of the file was kept. */
  outcome: "imported" | "stopped";
  rows: number;
  answers: number;
  /** Exact, also where `rejectedRows` shows only the first of them. */
  rejected: number;
  rejectedRows: RejectedRow[];
  /** Columns of the file that mean nothing here. */
  ignoredColumns: string[];
  /** Null when nothing was kept. `isNewVersion` is false for the answers that the latest version has already. */
  model: { id: string; versionId: string; versionNumber: number; isNewVersion: boolean } | null;
};
