import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { FakeBehaviour } from "./behaviour.ts";
import { readCompletionRequest } from "./completion-request.ts";
import { respond } from "./respond.ts";
import { sendJson } from "./write-completion.ts";

type FakeModelServerOptions = {
  /** Default: any free port. */
  port?: number;
  behaviour?: FakeBehaviour;
  models?: readonly string[];
};

export type FakeModelServer = {
  /** Ends in /v1. */
  baseUrl: string;
  port: number;
  /** Chat completion requests so far. */
  requests(): number;
  /** The most chat completion requests that were under way at the same time, since the start or since it was forgotten. */
  peak(): number;
  forgetPeak(): void;
  /** Sockets opened so far. */
  sockets(): number;
  /** Sockets open now. */
  openSockets(): number;
  /** The body of the latest chat completion request. */
  lastBody(): unknown;
  lastHeaders(): IncomingMessage["headers"];
  setBehaviour(behaviour: FakeBehaviour): void;
  close(): Promise<void>;
};

/** A model server that speaks real HTTP on 127.0.0.1: GET /v1/models and POST /v1/chat/completions, streamed or not. */
export async function startFakeModelServer({
  port = 0,
  behaviour = { kind: "answer" },
  models = ["fake-small", "fake-large"],
}: FakeModelServerOptions = {}): Promise<FakeModelServer> {
  let current = behaviour;
  let requests = 0;
  let underWay = 0;
  let peak = 0;
  let sockets = 0;
  let openSockets = 0;
  let lastBody: unknown = null;
  let lastHeaders: IncomingMessage["headers"] = {};

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === "GET" && request.url === "/v1/models") return sendModels(request, response);
    // For whoever runs this server in another process.
    if (request.method === "GET" && request.url === "/v1/requests")
      return sendJson(response, 200, { requests });
    if (request.method !== "POST" || request.url !== "/v1/chat/completions") {
      return sendJson(response, 404, { error: { message: `Unknown path ${request.url}` } });
    }
    requests += 1;
    underWay += 1;
    peak = Math.max(peak, underWay);
    response.on("close", () => {
      underWay -= 1;
    });
    const sequence = requests;
    const read = await readCompletionRequest(request);
    if (read === null)
      return sendJson(response, 400, { error: { message: "Not a chat completion request" } });
    lastBody = read.body;
    lastHeaders = request.headers;
    await respond({ request, response, completion: read.completion, sequence }, current);
  };
  const sendModels = (request: IncomingMessage, response: ServerResponse): void => {
    if (current.kind === "html-200") {
      response
        .writeHead(200, { "content-type": "text/html" })
        .end("<html><title>Welcome to the proxy</title></html>");
    } else if (
      current.kind === "wrong-key" &&
      request.headers.authorization !== `Bearer ${current.rightKey}`
    ) {
      const message = `Incorrect API key provided: ${request.headers.authorization ?? "none"}`;
      sendJson(response, 401, { error: { message } });
    } else if (current.kind !== "hang") {
      sendJson(response, 200, { object: "list", data: models.map((id) => ({ id, object: "model" })) });
    }
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.on("connection", (socket) => {
    sockets += 1;
    openSockets += 1;
    socket.on("close", () => {
      openSockets -= 1;
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = portOf(server.address());
  return {
    baseUrl: `http://127.0.0.1:${address}/v1`,
    port: address,
    requests: () => requests,
    peak: () => peak,
    forgetPeak() {
      peak = underWay;
    },
    sockets: () => sockets,
    openSockets: () => openSockets,
    lastBody: () => lastBody,
    lastHeaders: () => lastHeaders,
    setBehaviour(next) {
      current = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The fake model server has no port.");
  return address.port;
}
