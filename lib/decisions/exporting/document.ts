/** Text, tables and lists without a format: Markdown and PDF are written from the same document. All of it is plain text. */
export type DocumentBlock =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string }
  /** The sentence that matters most. */
  | { kind: "answer"; text: string }
  | { kind: "list"; items: readonly string[] }
  | { kind: "facts"; facts: readonly { term: string; value: string }[] }
  | { kind: "table"; header: readonly string[]; rows: readonly (readonly string[])[] };

export type ExportedDocument = { title: string; blocks: readonly DocumentBlock[] };
