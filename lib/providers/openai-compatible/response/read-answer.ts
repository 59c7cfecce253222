import type { IncomingHttpHeaders } from "node:http";
import { BodyReader } from "../../http/body-reader.ts";
import type { Scrub } from "../../http/scrub-secrets.ts";
import { mapFinishReason } from "../../map-finish-reason.ts";
import type { CompletedAnswer } from "./completed-answer.ts";
import { parseCompletion, withoutChoices } from "./completion-failures.ts";
import { mapUsage } from "./map-usage.ts";
import { firstChoice, messageText, toolCallsOf } from "./read-completion.ts";
import { StreamedCompletion } from "./streamed-completion.ts";

/** Reads a chat completion, streamed or whole: what the server sends counts, not what was asked for. */
export class AnswerReader extends BodyReader {
  private stream: StreamedCompletion | null = null;

  override start(status: number, headers: IncomingHttpHeaders): void {
    super.start(status, headers);
    const isStream = headers["content-type"]?.includes("text/event-stream") ?? false;
    if (this.isSuccess() && isStream) this.stream = new StreamedCompletion(this.scrub);
  }

  override isComplete(): boolean {
    return this.stream?.isFinished() ?? false;
  }

  /** The answer, once the body has ended. Throws `ProviderError` where there is none. */
  answer(now: number): CompletedAnswer {
    if (this.stream !== null) return this.stream.finish();
    const text = this.body(now);
    if (/^\s*(?:data|event|:)/.test(text)) return streamWithoutTimes(text, this.scrub);
    const completion = parseCompletion(text, this.scrub);
    const choice = firstChoice(completion);
    if (choice === null) throw withoutChoices(text, this.scrub);
    const message = choice.message ?? choice.delta;
    return {
      output: messageText(message),
      toolCalls: toolCallsOf(message),
      finishReason: mapFinishReason(choice.finishReason),
      timeToFirstTokenMs: null,
      usage: mapUsage(completion.usage),
      id: completion.id,
      servedModel: completion.model,
    };
  }

  protected override readText(text: string, elapsedMs: number): "more" | "enough" {
    if (this.stream === null) return super.readText(text, elapsedMs);
    this.stream.push(text, elapsedMs);
    return this.stream.isDone() ? "enough" : "more";
  }
}

/** Some servers stream without saying so in the content type; then the pieces' arrival was not watched. */
function streamWithoutTimes(text: string, scrub: Scrub): CompletedAnswer {
  const stream = new StreamedCompletion(scrub);
  stream.push(text, null);
  return stream.finish();
}
