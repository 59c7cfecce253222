import { listOf, memberOf, textOf } from "../../json-fields.ts";
import type { ToolCall } from "../../provider.ts";
import { argumentsText } from "./read-completion.ts";

type Open = { position: number; id: string | null; name: string; arguments: string[] };

/** More calls in one answer than any tool use has: a hostile stream does not fill the memory with empty ones. */
const maxCalls = 1000;

/**
 * Puts tool calls together from the deltas of a stream. A piece belongs to the call at its `index`; servers that send whole
 * calls without one start a new call with each new id.
 */
export class ToolCallPieces {
  private readonly calls: Open[] = [];

  /** Takes the `tool_calls` of one delta. Returns whether there was anything in it. */
  take(toolCalls: unknown): boolean {
    const list = listOf(toolCalls);
    if (list === null || list.length === 0) return false;
    for (const piece of list) this.takePiece(piece);
    return true;
  }

  finish(): ToolCall[] | null {
    const named = this.calls.filter(({ name }) => name !== "").sort((a, b) => a.position - b.position);
    if (named.length === 0) return null;
    return named.map((call, index) => ({
      id: call.id ?? `call_${index}`,
      name: call.name,
      arguments: call.arguments.join(""),
    }));
  }

  private takePiece(piece: unknown): void {
    const called = memberOf(piece, "function");
    const call = this.callOf(memberOf(piece, "index"), textOf(memberOf(piece, "id")));
    if (call === null) return;
    call.name ||= textOf(memberOf(called, "name")) ?? "";
    call.arguments.push(argumentsText(memberOf(called, "arguments")));
  }

  private callOf(index: unknown, id: string | null): Open | null {
    const last = this.calls.at(-1);
    const known =
      typeof index === "number"
        ? this.calls.find(({ position }) => position === index)
        : id === null || id === last?.id
          ? last
          : undefined;
    if (known !== undefined) {
      known.id ??= id;
      return known;
    }
    if (this.calls.length >= maxCalls) return null;
    const position = typeof index === "number" ? index : (last?.position ?? -1) + 1;
    const opened: Open = { position, id, name: "", arguments: [] };
    this.calls.push(opened);
    return opened;
  }
}
