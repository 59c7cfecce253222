import type { Scrub } from "../../http/scrub-secrets.ts";
import { isObject, memberOf } from "../../json-fields.ts";
import { mapFinishReason } from "../../map-finish-reason.ts";
import { type Usage, unknownUsage } from "../../provider.ts";
import { ChunkPattern } from "./chunk-pattern.ts";
import type { CompletedAnswer } from "./completed-answer.ts";
import { brokenOff, parseCompletion, withoutChoices } from "./completion-failures.ts";
import { mapUsage } from "./map-usage.ts";
import { SseParser } from "./parse-sse.ts";
import { firstChoice, messageText } from "./read-completion.ts";
import { ToolCallPieces } from "./tool-call-pieces.ts";

/** Puts a streamed chat completion together. Ends with a finish reason or with [DONE]; one of them must come. */
export class StreamedCompletion {
  private readonly events = new SseParser();
  private readonly scrub: Scrub;
  private readonly pattern = new ChunkPattern();
  private readonly toolCalls = new ToolCallPieces();
  private pieces: string[] = [];
  private chars = 0;
  private finishReason: string | null = null;
  private usage: Usage = unknownUsage;
  private id: string | null = null;
  private model: string | null = null;
  private timeToFirstTokenMs: number | null = null;
  private sawChoice = false;
  private done = false;

  constructor(scrub: Scrub) {
    this.scrub = scrub;
  }

  /** Takes the next piece of the body. `elapsedMs` is null where the piece's own arrival is not known. */
  push(text: string, elapsedMs: number | null): void {
    for (const data of this.events.push(text)) this.take(data, elapsedMs);
  }

  isDone(): boolean {
    return this.done;
  }

  isFinished(): boolean {
    return this.done || this.finishReason !== null;
  }

  finish(): CompletedAnswer {
    for (const data of this.events.finish()) this.take(data, null);
    if (!this.isFinished()) throw brokenOff(this.chars);
    if (!this.sawChoice) throw withoutChoices("[DONE]", this.scrub);
    return {
      output: this.pieces.join(""),
      toolCalls: this.toolCalls.finish(),
      finishReason: this.finishReason,
      timeToFirstTokenMs: this.timeToFirstTokenMs,
      usage: this.usage,
      id: this.id,
      servedModel: this.model,
    };
  }

  private take(data: string, elapsedMs: number | null): void {
    if (this.done) return;
    const known = this.pattern.read(data);
    if (known !== null) {
      this.add(known, elapsedMs);
      return;
    }
    if (data === "[DONE]" || data.trim() === "[DONE]") {
      this.done = true;
      return;
    }
    if (data.trim() === "") return;
    const chunk = parseCompletion(data, this.scrub);
    this.id ??= chunk.id;
    this.model ??= chunk.model;
    if (chunk.usage !== null && chunk.usage !== undefined) this.usage = mapUsage(chunk.usage);
    const choice = firstChoice(chunk);
    if (choice === null) return;
    this.sawChoice = true;
    this.finishReason = mapFinishReason(choice.finishReason) ?? this.finishReason;
    const message = choice.delta ?? choice.message;
    const calledTool = this.toolCalls.take(memberOf(message, "tool_calls"));
    if (calledTool) this.timeToFirstTokenMs ??= elapsedMs;
    const piece = messageText(message);
    this.add(piece, elapsedMs);
    const saysMore =
      calledTool || choice.finishReason !== null || isObject(chunk.usage) || "refusal" in Object(message);
    if (!saysMore) this.pattern.learn(data, piece);
  }

  private add(piece: string, elapsedMs: number | null): void {
    if (piece === "") return;
    this.timeToFirstTokenMs ??= elapsedMs;
    this.pieces.push(piece);
    this.chars += piece.length;
  }
}
