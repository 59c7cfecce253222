import type { IncomingMessage, ServerResponse } from "node:http";
import type { FakeBehaviour } from "./behaviour.ts";
import type { CompletionRequest } from "./completion-request.ts";
import { sendJson, writeCompletion, writeHalfStream } from "./write-completion.ts";

type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  completion: CompletionRequest;
  /** Counts completion requests from 1. */
  sequence: number;
};

/** Answers one chat completion request in the way the behaviour says. */
export async function respond(exchange: Exchange, behaviour: FakeBehaviour): Promise<void> {
  const { request, response, completion, sequence } = exchange;
  const id = `chatcmpl-${sequence}`;
  const answer = async () => {
    await writeCompletion(response, completion, id, { kind: "answer" });
    response.end();
  };
  switch (behaviour.kind) {
    case "answer":
      if (behaviour.refuseStreamOptions === true && completion.stream_options !== undefined) {
        return sendError(response, 400, "Unrecognized request argument supplied: stream_options");
      }
      await writeCompletion(response, completion, id, behaviour);
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
      writeHalfStream(response, completion, id, behaviour.tokens ?? 3);
      response.end();
      return;
    case "reset":
      if (behaviour.tokens !== undefined) writeHalfStream(response, completion, id, behaviour.tokens);
      // The bytes must leave before the socket goes.
      setTimeout(() => response.destroy(), behaviour.tokens === undefined ? 0 : 50);
      return;
    case "open-ended":
      return writeCompletion(response, completion, id, { kind: "answer" });
    case "endless":
      return writeEndless(response, completion, id);
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
      return sendError(response, 429, "Rate limit reached for requests", {
        "retry-after-ms": String(behaviour.retryAfterMs),
      });
    case "wrong-key": {
      const sent = request.headers.authorization ?? "";
      if (sent === `Bearer ${behaviour.rightKey}`) return answer();
      return sendError(response, 401, `Incorrect API key provided: ${sent}`);
    }
  }
}

function sendError(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): void {
  sendJson(response, status, { error: { message, type: "invalid_request_error", code: null } }, headers);
}

function writeEndless(response: ServerResponse, completion: CompletionRequest, id: string): void {
  const fill = () => {
    while (!response.destroyed && !response.writableNeedDrain) writeMore();
  };
  const writeMore = () => {
    const choices = [{ index: 0, delta: { content: "x".repeat(10_000) }, finish_reason: null }];
    response.write(`data: ${JSON.stringify({ id, model: completion.model, choices })}\n\n`);
  };
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.on("drain", fill);
  fill();
}
