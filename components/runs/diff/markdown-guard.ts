/** Reading Markdown takes time with the square of some nestings; text beyond these bounds is shown as it is. */
const maxChars = 40_000;
const maxNesting = 40;
const maxMarks = 2_000;

/** Whether a text may be rendered as Markdown: not too long, not nested too deep, not made of marks. */
export function isRenderableMarkdown(text: string): boolean {
  if (text.length > maxChars) return false;
  if ((text.match(/[[\]`*_~<&!]/g)?.length ?? 0) > maxMarks) return false;
  return !text.split("\n").some((line) => nestingOf(line) > maxNesting);
}

/** The quotes, list marks and two-space steps that a line starts with. */
function nestingOf(line: string): number {
  const start = /^[\s>*+\-\d.)]*/.exec(line)?.[0] ?? "";
  return (start.match(/[>*+\-.)]|\s{2}/g) ?? []).length;
}
