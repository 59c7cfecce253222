/** Of a block of Markdown: up to three spaces, then three or more of one sign, then perhaps the name of a language. */
const fenceLine = /^ {0,3}(`{3,}|~{3,})([^\n]*)$/gm;

/**
 * The code of an answer: what stands in its first code fence, or, without a fence, all of it. A fence that is never closed goes on to
 * the end, as in CommonMark. Linear in the length of the answer.
 */
export function codeFromAnswer(answer: string): string {
  fenceLine.lastIndex = 0;
  const open = fenceLine.exec(answer);
  if (open === null) return answer.trim();
  const [line, mark = "", label = ""] = open;
  // Backticks after backticks on one line are inline code, and no block begins there.
  if (mark.startsWith("`") && label.includes("`")) return answer.trim();
  const start = open.index + line.length + 1;
  for (let close = fenceLine.exec(answer); close !== null; close = fenceLine.exec(answer)) {
    const [, closing = "", rest = ""] = close;
    if (closing[0] === mark[0] && closing.length >= mark.length && rest.trim() === "") {
      return answer.slice(start, Math.max(start, close.index - 1));
    }
  }
  return answer.slice(start).trimEnd();
}
