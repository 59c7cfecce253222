/** Integers beyond 2^53 are `bigint`, bytes are the text x'…'. Other types (dates, JSON, lists) are the text that the database prints. */
export type SqlValue = null | boolean | number | bigint | string;
/** The same as JSON can say it. */
export type SqlCell = null | boolean | number | string;

export type SqlTable = { columns: string[] | null; rows: readonly (readonly SqlValue[])[] };

export type SqlRules = {
  /** Whether rows are compared in their order. */
  order: boolean;
  /** Whether a row that comes twice is another result than the row once. */
  duplicates: boolean;
  /** Whether columns must have the expected names, in any case of letters. Their order always counts. */
  columnNames: boolean;
  absoluteTolerance: number;
  relativeTolerance: number;
};
