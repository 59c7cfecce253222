/**
 * A reader of server-sent events in pieces of any size: `push` returns the data of the events that are complete,
 * `finish` that of an event whose closing blank line never came. Comments and other fields are passed over.
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export class SseParser {
  private rest = "";
  private data: string | null = null;
  private afterCarriageReturn = false;

  push(text: string): string[] {
    const events: string[] = [];
    // Nearly all servers end lines with LF alone; searching for it is several times faster than looking at each character.
    if (this.afterCarriageReturn || text.includes("\r")) this.pushAnyLines(text, events);
    else this.pushLines(text, events);
    return events;
  }

  finish(): string[] {
    const events: string[] = [];
    this.endLine(this.rest, events);
    this.endLine("", events);
    this.rest = "";
    return events;
  }

  private pushLines(text: string, events: string[]): void {
    let start = 0;
    for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", start)) {
      this.endLine(this.rest === "" ? text.slice(start, end) : this.rest + text.slice(start, end), events);
      this.rest = "";
      start = end + 1;
    }
    if (start < text.length) this.rest += text.slice(start);
  }

  private pushAnyLines(text: string, events: string[]): void {
    let start = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code !== 10 && code !== 13) {
        this.afterCarriageReturn = false;
        continue;
      }
      const isSecondHalf = code === 10 && this.afterCarriageReturn;
      this.afterCarriageReturn = code === 13;
      if (!isSecondHalf) this.endLine(this.rest + text.slice(start, at), events);
      this.rest = "";
      start = at + 1;
    }
    this.rest += text.slice(start);
  }

  private endLine(line: string, events: string[]): void {
    if (line === "") {
      if (this.data !== null) events.push(this.data);
      this.data = null;
    } else if (line.startsWith("data:")) {
      this.addData(line.slice(line.charCodeAt(5) === 32 ? 6 : 5));
    } else if (line === "data") {
      this.addData("");
    }
  }

  private addData(value: string): void {
    this.data = this.data === null ? value : `${this.data}\n${value}`;
  }
}
