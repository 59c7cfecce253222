/**
 * A reader of server-sent events in pieces of any size: `push` returns the data of the events that are complete,
 * `finish` that of an event whose closing blank line never came. Comments and other fields are passed over.
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export class SseParser {
  private rest = "";
  private data: string[] = [];
  private afterCarriageReturn = false;

  push(text: string): string[] {
    const events: string[] = [];
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
    return events;
  }

  finish(): string[] {
    const events: string[] = [];
    this.endLine(this.rest, events);
    this.endLine("", events);
    this.rest = "";
    return events;
  }

  private endLine(line: string, events: string[]): void {
    if (line === "") {
      if (this.data.length > 0) events.push(this.data.join("\n"));
      this.data = [];
      return;
    }
    if (line.startsWith("data:")) this.data.push(line.slice(line.charAt(5) === " " ? 6 : 5));
    else if (line === "data") this.data.push("");
  }
}
