import type { DocumentBlock, ExportedDocument } from "./document.ts";

/** Markdown (GitHub flavour). Every text is escaped: names and reasons are shown as they were typed and never become markup. */
export function toMarkdown({ title, blocks }: ExportedDocument): string {
  return `${[`# ${escapeText(title)}`, ...blocks.map(block)].join("\n\n")}\n`;
}

function block(one: DocumentBlock): string {
  switch (one.kind) {
    case "heading":
      return `## ${escapeText(one.text)}`;
    case "paragraph":
      return escapeText(one.text);
    case "answer":
      return `**${escapeText(one.text)}**`;
    case "list":
      return one.items.map((item) => `- ${escapeText(item)}`).join("\n");
    case "facts":
      return one.facts.map(({ term, value }) => `- ${escapeText(term)}: ${escapeText(value)}`).join("\n");
    case "table":
      return [one.header, one.header.map(() => null), ...one.rows]
        .map((cells) => `| ${cells.map((cell) => (cell === null ? "---" : escapeText(cell))).join(" | ")} |`)
        .join("\n");
  }
}

/** Every mark that could begin markup is escaped, `<` and `&` included; addresses do not become links; a line break becomes a space, because it could begin a block. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]#|~$]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, " ")
    .replaceAll("://", ":\\//")
    .replaceAll(/\bwww\./gi, "www\\.")
    .replace(/^(\s*)([-+=:])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, "$1\\$2");
}
