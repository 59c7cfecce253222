export type SyntaxRequest = {
  language: "python" | "javascript" | "typescript" | "json" | "yaml";
  code: string;
};

export type SyntaxVerdict =
  | { type: "valid" }
  /** Lines and columns count from 1; null when the parser does not say where. */
  | { type: "invalid"; line: number | null; column: number | null; message: string }
  /** The parser cannot judge this text. */
  | { type: "undecided"; reason: string };
