import { MarkupProblem, shownName } from "./markup-problem.ts";

const NAME = /[\p{L}_:][\p{L}\p{M}\p{N}_:.\-·]*/uy;
const SPACE = /[ \t\r\n]*/y;
const REFERENCE =
  /&(?:(?<name>[\p{L}_:][\p{L}\p{N}_:.-]*)|#(?<decimal>\d{1,7})|#x(?<hex>[\da-fA-F]{1,6}));/uy;
/** Deeper elements are checked and not reported. */
const MAX_PATH = 100;
const PREDEFINED = new Set(["amp", "lt", "gt", "quot", "apos"]);
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the characters that XML 1.0 forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/**
 * Checks that a text is a well-formed XML 1.0 document, in one pass. Calls `onElement` with the names from the root to each element.
 * A document type declaration is skipped; entities are neither expanded nor loaded, and with a declaration any name may be one.
 * Throws `MarkupProblem`.
 *
 * Source: Extensible Markup Language (XML) 1.0, fifth edition.
 */
export function scanXml(text: string, onElement?: (path: readonly string[]) => void): void {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden !== null) throw new MarkupProblem("there is a character that XML forbids", forbidden.index);
  if (!text.isWellFormed()) throw new MarkupProblem("there is half of a character", 0);
  new XmlScanner(text, start, onElement).scan();
}

class XmlScanner {
  private at: number;
  private readonly text: string;
  private readonly onElement: ((path: readonly string[]) => void) | undefined;
  private readonly open: string[] = [];
  private hasRoot = false;
  private hasDoctype = false;

  constructor(text: string, start: number, onElement?: (path: readonly string[]) => void) {
    this.text = text;
    this.at = start;
    this.onElement = onElement;
  }

  scan(): void {
    const start = this.at;
    while (this.at < this.text.length) {
      const tag = this.text.indexOf("<", this.at);
      this.checkText(tag === -1 ? this.text.length : tag);
      if (tag === -1) break;
      this.at = tag;
      this.readMarkup(start);
    }
    const unclosed = this.open.at(-1);
    if (unclosed !== undefined)
      this.fail(`the element <${shownName(unclosed)}> is never closed`, this.text.length);
    if (!this.hasRoot) this.fail("there is no element", this.text.length);
  }

  private readMarkup(start: number): void {
    if (this.looksAt("<!--")) this.readComment();
    else if (this.looksAt("<![CDATA[")) this.readCdata();
    else if (this.looksAt("<?")) this.readInstruction(start);
    else if (this.looksAt("<!DOCTYPE")) this.readDoctype();
    else if (this.looksAt("</")) this.readEndTag();
    else this.readStartTag();
  }

  /** Text up to `end`: outside the root only white space, inside no `]]>` and only references that are known. */
  private checkText(end: number): void {
    const piece = this.text.slice(this.at, end);
    if (this.open.length === 0) {
      const visible = /[^ \t\r\n]/.exec(piece);
      if (visible !== null) this.fail("there is text outside the outermost element", this.at + visible.index);
    } else {
      const cdataEnd = piece.indexOf("]]>");
      if (cdataEnd !== -1) this.fail("“]]>” stands in text", this.at + cdataEnd);
      this.checkReferences(this.at, end);
    }
    this.at = end;
  }

  private checkReferences(from: number, end: number): void {
    const piece = this.text.slice(from, end);
    for (let mark = piece.indexOf("&"); mark !== -1; mark = piece.indexOf("&", mark + 1)) {
      const at = from + mark;
      REFERENCE.lastIndex = at;
      const groups = REFERENCE.exec(this.text)?.groups;
      if (groups === undefined) this.fail("“&” is no reference; write &amp;", at);
      const { name, decimal, hex } = groups ?? {};
      if (name !== undefined && !PREDEFINED.has(name) && !this.hasDoctype)
        this.fail(`the entity &${shownName(name)}; is not declared`, at);
      const code = decimal === undefined ? Number.parseInt(hex ?? "20", 16) : Number(decimal);
      if (code > 0x10ffff || code === 0 || (code >= 0xd800 && code <= 0xdfff))
        this.fail("a character reference stands for no character", at);
    }
  }

  private readComment(): void {
    const end = this.text.indexOf("--", this.at + 4);
    if (end === -1 || this.text.charAt(end + 2) !== ">")
      this.fail(end === -1 ? "a comment is never closed" : "“--” stands in a comment", this.at);
    this.at = end + 3;
  }

  private readCdata(): void {
    if (this.open.length === 0) this.fail("a CDATA section stands outside the outermost element", this.at);
    this.at = this.endOf("]]>", "a CDATA section is never closed");
  }

  private readInstruction(start: number): void {
    const isDeclaration = /^<\?xml[ \t\r\n?]/i.test(this.text.slice(this.at, this.at + 6));
    if (isDeclaration && this.at !== start)
      this.fail("the XML declaration does not stand at the beginning", this.at);
    this.at = this.endOf("?>", "a processing instruction is never closed");
  }

  private readDoctype(): void {
    if (this.hasRoot || this.hasDoctype) this.fail("the document type stands in the wrong place", this.at);
    this.hasDoctype = true;
    const subset = this.text.indexOf("[", this.at);
    const close = this.text.indexOf(">", this.at);
    const isInternal = subset !== -1 && subset < close;
    if (isInternal) this.at = this.endOf("]", "the document type is never closed");
    this.at = this.endOf(">", "the document type is never closed");
  }

  private readEndTag(): void {
    const at = this.at;
    this.at += 2;
    const name = this.readName();
    this.skipSpace();
    if (this.text.charAt(this.at) !== ">") this.fail(`the end tag </${shownName(name)}> is not closed`, at);
    this.at += 1;
    const opened = this.open.pop();
    if (opened === undefined) this.fail(`</${shownName(name)}> closes what was never opened`, at);
    if (opened !== name)
      this.fail(`</${shownName(name)}> stands where <${shownName(opened ?? "")}> has to be closed`, at);
  }

  private readStartTag(): void {
    const at = this.at;
    if (this.open.length === 0 && this.hasRoot) this.fail("there is a second outermost element", at);
    this.at += 1;
    const name = this.readName();
    this.hasRoot = true;
    this.readAttributes(name, at);
    const isEmpty = this.looksAt("/>");
    this.at += isEmpty ? 2 : 1;
    if (this.onElement !== undefined && this.open.length < MAX_PATH) this.onElement([...this.open, name]);
    if (!isEmpty) this.open.push(name);
  }

  private readAttributes(element: string, start: number): void {
    const names = new Set<string>();
    while (true) {
      const before = this.at;
      this.skipSpace();
      if (this.looksAt("/>") || this.looksAt(">")) return;
      if (this.at >= this.text.length) this.fail(`the tag <${shownName(element)}> is not closed`, start);
      if (this.at === before)
        this.fail(`<${shownName(element)}> goes on with something that is no attribute`, this.at);
      const at = this.at;
      const name = this.readName();
      if (names.has(name)) this.fail(`the attribute “${shownName(name)}” stands twice`, at);
      names.add(name);
      this.readValue(name);
    }
  }

  private readValue(name: string): void {
    this.skipSpace();
    if (this.text.charAt(this.at) !== "=")
      this.fail(`the attribute “${shownName(name)}” has no value`, this.at);
    this.at += 1;
    this.skipSpace();
    const mark = this.text.charAt(this.at);
    if (mark !== '"' && mark !== "'")
      this.fail(`the value of “${shownName(name)}” is not in quotation marks`, this.at);
    const start = this.at + 1;
    const end = this.text.indexOf(mark, start);
    if (end === -1) this.fail(`the value of “${shownName(name)}” has no closing quotation mark`, this.at);
    const less = this.text.slice(start, end).indexOf("<");
    if (less !== -1) this.fail(`“<” stands in the value of “${shownName(name)}”`, start + less);
    this.checkReferences(start, end);
    this.at = end + 1;
  }

  private readName(): string {
    NAME.lastIndex = this.at;
    const name = NAME.exec(this.text)?.[0];
    if (name === undefined) this.fail("“<” begins no tag; write &lt;", this.at - 1);
    this.at += name?.length ?? 0;
    return name ?? "";
  }

  private skipSpace(): void {
    SPACE.lastIndex = this.at;
    this.at += SPACE.exec(this.text)?.[0].length ?? 0;
  }

  private looksAt(text: string): boolean {
    return this.text.startsWith(text, this.at);
  }

  private endOf(text: string, problem: string): number {
    const end = this.text.indexOf(text, this.at);
    if (end === -1) this.fail(problem, this.at);
    return end + text.length;
  }

  private fail(message: string, at: number): never {
    throw new MarkupProblem(message, at);
  }
}
