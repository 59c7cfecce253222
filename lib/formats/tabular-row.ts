/** One record of a file. `line` is the physical line (from 1) on which the record starts. */
export type SourceRow = { line: number; values: Record<string, unknown> };

/** A record that could not be read. `reason` is a sentence for the person who made the file; `excerpt` is the start of the record. */
export type RejectedRow = { line: number; reason: string; excerpt: string };

/** What every parser yields, in file order. A bad record never stops the records after it. */
export type RowEvent = { type: "row"; row: SourceRow } | { type: "rejected"; rejected: RejectedRow };
