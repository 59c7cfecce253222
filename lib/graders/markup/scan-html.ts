import { MarkupProblem, shownName } from "./markup-problem.ts";

const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** HTML allows their end tags to be left out. */
const OPTIONAL_END = new Set(
  "html head body p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rb rt rtc rp".split(
    " ",
  ),
);
/** Their content is text up to their end tag. */
const RAW = new Set(["script", "style", "textarea", "title"]);
const TAG = /<(?<slash>\/?)(?<name>[a-z][^\s/>]*)/iy;
const ATTRIBUTE = /[\s/]*(?:(?<name>[^\s"'<>/=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)/y;

/**
 * Checks that a text is HTML in which every tag is closed and nested, in one pass: end tags may be left out where HTML allows that,
 * elements without content need none. Browsers repair what this refuses. Calls `onElement` with the lower-case name of each element.
 * Throws `MarkupProblem`.
 *
 * Source: HTML Living Standard, section 13.1, writing HTML documents.
 */
export function scanHtml(text: string, onElement?: (name: string) => void): void {
  const open: { name: string; at: number }[] = [];
  let at = text.indexOf("<");
  while (at !== -1) {
    at = text.indexOf("<", readMarkup(text, at, open, onElement));
  }
  const unclosed = open.findLast(({ name }) => !OPTIONAL_END.has(name));
  if (unclosed !== undefined)
    throw new MarkupProblem(`the element <${shownName(unclosed.name)}> is never closed`, unclosed.at);
}

type Open = { name: string; at: number }[];

/** Returns where to go on. */
function readMarkup(text: string, at: number, open: Open, onElement?: (name: string) => void): number {
  if (text.startsWith("<!--", at)) return endOf(text, "-->", at, "a comment is never closed");
  if (/^<!doctype[\s>]/i.test(text.slice(at, at + 10)))
    return endOf(text, ">", at, "the document type is never closed");
  TAG.lastIndex = at;
  const tag = TAG.exec(text);
  const name = tag?.groups?.name?.toLowerCase();
  if (tag === null || name === undefined) throw new MarkupProblem("“<” begins no tag; write &lt;", at);
  const start = at + tag[0].length;
  if (tag.groups?.slash === "/") {
    closeElement(name, at, open);
    return endOf(text, ">", start, `the end tag </${shownName(name)}> is not closed`);
  }
  const { end, isSelfClosed } = readAttributes(text, start, name, at);
  onElement?.(name);
  if (VOID.has(name) || isSelfClosed) return end;
  if (RAW.has(name)) return skipRaw(text, end, name, at);
  open.push({ name, at });
  return end;
}

function readAttributes(
  text: string,
  start: number,
  element: string,
  tagAt: number,
): { end: number; isSelfClosed: boolean } {
  let at = start;
  while (true) {
    ATTRIBUTE.lastIndex = at;
    const attribute = ATTRIBUTE.exec(text);
    if (attribute === null) break;
    at += attribute[0].length;
  }
  const close = /\s*(?<slash>\/\s*)?>/y;
  close.lastIndex = at;
  const end = close.exec(text);
  if (end !== null) {
    // A slash ends an element in SVG and MathML only; HTML ignores it, and people write it all the same.
    return { end: at + end[0].length, isSelfClosed: end.groups?.slash !== undefined };
  }
  const isCut = text.slice(at, at + 50).trim() === "";
  throw new MarkupProblem(
    isCut
      ? `the tag <${shownName(element)}> is not closed`
      : `<${shownName(element)}> has an attribute that cannot be read`,
    isCut ? tagAt : at,
  );
}

function closeElement(name: string, at: number, open: Open): void {
  if (VOID.has(name)) throw new MarkupProblem(`<${name}> has no end tag`, at);
  while (true) {
    const last = open.pop();
    if (last === undefined) throw new MarkupProblem(`</${shownName(name)}> closes what was never opened`, at);
    if (last.name === name) return;
    if (!OPTIONAL_END.has(last.name))
      throw new MarkupProblem(
        `</${shownName(name)}> stands where <${shownName(last.name)}> has to be closed`,
        at,
      );
  }
}

function skipRaw(text: string, from: number, name: string, tagAt: number): number {
  const endTag = new RegExp(`</${name}\\s*>`, "gi");
  endTag.lastIndex = from;
  const end = endTag.exec(text);
  if (end === null) throw new MarkupProblem(`the element <${name}> is never closed`, tagAt);
  return end.index + end[0].length;
}

function endOf(text: string, mark: string, at: number, problem: string): number {
  const end = text.indexOf(mark, at);
  if (end === -1) throw new MarkupProblem(problem, at);
  return end + mark.length;
}
