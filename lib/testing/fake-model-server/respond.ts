import type { IncomingMessage, ServerResponse } from "node:http";
import type { FakeBehaviour } from "./behaviour.ts";
import type { CompletionRequest, Wire } from "./wires/wire.ts";
import { sendJson, writeCompletion, writeEndless, writeHalfStream } from "./write-completion.ts";

type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  wire: Wire;
  completion: CompletionRequest;
  /** Counts completion requests from 1. */
  sequence: number;
};

/** Answers one chat completion request in the way the behaviour says. */
export async function respond(exchange: Exchange, behaviour: FakeBehaviour): Promise<void> {
  const { request, response, wire, completion, sequence } = exchange;
  const id = `chatcmpl-${sequence}`;
  const answer = async () => {
    await writeCompletion(response, wire, completion, id, { kind: "answer" });
    response.end();
  };
  switch (behaviour.kind) {
    case "answer":
      if (behaviour.refuseStreamOptions === true && completion.hasStreamOptions) {
        return sendError(wire, response, 400, "Unrecognized request argument supplied: stream_options");
      }
      if (behaviour.refuseResponseFormat === true && completion.hasResponseFormat === true) {
        return sendError(wire, response, 400, "response_format of type json_schema is not supported");
      }
      await writeCompletion(response, wire, completion, id, behaviour);
      response.end();
      return;
    case "raw":
      response
        .writeHead(behaviour.status ?? 200, { "content-type": behaviour.contentType })
        .end(behaviour.body);
      return;
    case "html-200":
      response.writeHead(200, { "content-type": "text/html" });
      response.end(
        "<!doctype html><html><head><title>Welcome to the proxy</title></head><body>Sign in</body></html>",
      );
      return;
    case "malformed-json":
      response
        .writeHead(200, { "content-type": "application/json" })
        .end('{"choices":[{"message":{"content":"cut');
      return;
    case "empty-choices":
      return sendJson(response, 200, { id, model: completion.model, choices: [] });
    case "error-200":
      return sendJson(response, 200, { error: { message: behaviour.message, code: behaviour.code } });
    case "half-stream":
      writeHalfStream(response, wire, completion, id, behaviour.tokens ?? 3);
      response.end();
      return;
    case "reset":
      if (behaviour.tokens !== undefined) writeHalfStream(response, wire, completion, id, behaviour.tokens);
      // The bytes must leave before the socket goes.
      setTimeout(() => response.destroy(), behaviour.tokens === undefined ? 0 : 50);
      return;
    case "open-ended":
      return writeCompletion(response, wire, completion, id, { kind: "answer" });
    case "endless":
      return writeEndless(response, wire, completion, id);
    case "status": {
      const headers = { "content-type": "application/json", ...behaviour.headers };
      response.writeHead(behaviour.code, headers).end(behaviour.body ?? "");
      return;
    }
    case "refuse":
      if (!completion.messages.at(-1)?.content.includes(behaviour.containing)) return answer();
      response.writeHead(behaviour.code, { "content-type": "application/json" }).end(behaviour.body);
      return;
    case "hang":
      return;
    case "rate-limit-storm":
      if (sequence % behaviour.everyNth !== 0) return answer();
      return sendError(wire, response, 429, "Rate limit reached for requests", {
        "retry-after-ms": String(behaviour.retryAfterMs),
      });
    case "wrong-key": {
      if (wire.sentKey(request.headers) === behaviour.rightKey) return answer();
      return sendError(wire, response, 401, `Incorrect API key provided: ${quotedKey(wire, request)}`);
    }
  }
}

/** As OpenAI quotes it, with the word before it where the key came with one. */
export function quotedKey(wire: Wire, request: IncomingMessage): string {
  return request.headers.authorization ?? (wire.sentKey(request.headers) || "none");
}

export function sendError(
  wire: Wire,
  response: ServerResponse,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): void {
  sendJson(response, status, wire.error(status, message), headers);
}
