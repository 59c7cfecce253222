export type FakeMessage = { role: string; content: string };
type FakeAnswer = string | ((messages: readonly FakeMessage[]) => string);

/** How the fake server behaves from now on. Everything but `answer` is a way in which real servers fail. */
export type FakeBehaviour =
  | {
      kind: "answer";
      /** Default: repeats the last message. */
      answer?: FakeAnswer;
      /** Before the first token, or before the whole answer when it is not streamed. */
      latencyMs?: number;
      /** A token is a word. Default: all at once. */
      tokensPerSecond?: number;
      finishReason?: string;
      /** Asked for after the text; their arguments come in two pieces when streamed. */
      toolCalls?: readonly { name: string; arguments: string }[];
      /** Sent with the answer, for example what is left of a limit. */
      headers?: Record<string, string>;
      /** False: no usage, like many local servers. */
      usage?: boolean;
      /** True: answers 400 to a request with `stream_options`. */
      refuseStreamOptions?: boolean;
      /** True: answers 400 to a request with `response_format`. */
      refuseResponseFormat?: boolean;
    }
  | { kind: "raw"; body: string; contentType: string; status?: number }
  | { kind: "html-200" }
  | { kind: "malformed-json" }
  | { kind: "empty-choices" }
  | { kind: "error-200"; message: string; code?: string | number }
  /** Sends `tokens` words, then ends the body properly, but without finish reason and [DONE]. */
  | { kind: "half-stream"; tokens?: number }
  /** Destroys the socket; with `tokens`, in the middle of a stream. */
  | { kind: "reset"; tokens?: number }
  /** Finishes the stream but never ends the body. */
  | { kind: "open-ended" }
  | { kind: "endless" }
  | { kind: "status"; code: number; body?: string; headers?: Record<string, string> }
  /** Answers with the status only where the last message holds the text. */
  | { kind: "refuse"; containing: string; code: number; body: string }
  | { kind: "hang" }
  /** Every nth request gets 429; the others are answered. */
  | { kind: "rate-limit-storm"; everyNth: number; retryAfterMs: number }
  /** Answers 401 and quotes the key that was sent, unless it is the right one. */
  | { kind: "wrong-key"; rightKey: string };
