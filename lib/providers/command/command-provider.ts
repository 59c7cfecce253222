import { messageText } from "../message-text.ts";
import { type Answer, type AnswerRequest, type Provider, unknownUsage } from "../provider.ts";
import { ProviderError } from "../provider-error.ts";
import { runProgram } from "./run-program.ts";

export type CommandSettings = {
  /** A path, or a name that is on the path of `environment`. */
  program: string;
  arguments: readonly string[];
  /** What the program reads: the prompt as text, or everything about the case as one JSON object. */
  input: "text" | "json";
  model: string;
  environment: Readonly<Record<string, string>>;
  /** Default 120. */
  timeoutSeconds?: number;
  /** Default 5 MB. */
  maxOutputBytes?: number;
};

const defaultTimeoutSeconds = 120;
const defaultMaxOutputBytes = 5_000_000;
const maxWords = 500;

/**
 * A local program: the prompt on its standard input, the answer on its standard output without the last line break. Any exit
 * status but 0 is an error with what the program wrote to its standard error.
 */
export function createCommandProvider(settings: CommandSettings): Provider {
  const { timeoutSeconds = defaultTimeoutSeconds, maxOutputBytes = defaultMaxOutputBytes } = settings;
  const stop = new AbortController();
  return {
    async answer(request, signal): Promise<Answer> {
      if (stop.signal.aborted) {
        throw new ProviderError("This model is closed.", { errorClass: "permanent" });
      }
      const { output, errors, exitCode, latencyMs } = await runProgram({
        program: settings.program,
        arguments: settings.arguments,
        environment: settings.environment,
        input: settings.input === "json" ? asJson(request, settings.model) : asText(request),
        timeoutMs: timeoutSeconds * 1000,
        maxOutputBytes,
        signal: AbortSignal.any([signal, stop.signal]),
      });
      if (exitCode !== 0) throw failed(settings.program, exitCode, errors || output);
      return {
        output: output.replace(/\r?\n$/, ""),
        toolCalls: null,
        finishReason: "stop",
        latencyMs,
        timeToFirstTokenMs: null,
        usage: unknownUsage,
        providerRequestId: null,
        servedModel: null,
        rateLimit: null,
      };
    },
    async close() {
      stop.abort();
    },
  };
}

function asText({ messages }: AnswerRequest): string {
  return messages.map(messageText).join("\n\n");
}

function asJson(request: AnswerRequest, model: string): string {
  const { messages, input, metadata = {}, tags = [], caseKey, repetition, parameters, seed } = request;
  return `${JSON.stringify({ model, messages, input, metadata, tags, key: caseKey, repetition, parameters, seed })}\n`;
}

function failed(program: string, exitCode: number | null, words: string): ProviderError {
  const said = words.replace(/\s+/g, " ").trim().slice(0, maxWords).toWellFormed() || "nothing";
  const ending = exitCode === null ? "was killed" : `ended with status ${exitCode}`;
  return new ProviderError(`The program "${program}" ${ending}. It said: "${said}"`, {
    errorClass: "permanent",
    code: "server-error",
  });
}
