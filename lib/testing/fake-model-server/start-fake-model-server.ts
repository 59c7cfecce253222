import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { FakeBehaviour } from "./behaviour.ts";
import { embeddingsOf } from "./embeddings.ts";
import { readJsonBody } from "./read-body.ts";
import { quotedKey, respond, sendError } from "./respond.ts";
import { anthropicWire } from "./wires/anthropic-wire.ts";
import { googleWire } from "./wires/google-wire.ts";
import { mistralWire } from "./wires/mistral-wire.ts";
import { openAiWire } from "./wires/openai-wire.ts";
import type { Wire } from "./wires/wire.ts";
import { sendJson } from "./write-completion.ts";

const wires = [openAiWire, mistralWire, anthropicWire, googleWire];
const wireOf = { openai: openAiWire, mistral: mistralWire, anthropic: anthropicWire, google: googleWire };

type FakeModelServerOptions = {
  /** Default: any free port. */
  port?: number;
  behaviour?: FakeBehaviour;
  models?: readonly string[];
};

export type FakeModelServer = {
  /** Of the OpenAI protocol; ends in /v1. */
  baseUrl: string;
  /** Where the server speaks that maker's own protocol. */
  baseUrlOf(maker: keyof typeof wireOf): string;
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

/** A model server that speaks real HTTP on 127.0.0.1: lists of models and answers, streamed or not, in the protocols of OpenAI, Mistral, Anthropic and Google. */
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
    const url = request.url ?? "";
    const wire = wires.find(({ prefix }) => url.startsWith(`${prefix}/`));
    if (wire === undefined) return sendUnknownPath(request, response);
    const [path = ""] = url.slice(wire.prefix.length).split("?", 1);
    if (request.method === "GET" && path === wire.listPath) return sendModels(wire, request, response);
    // For whoever runs this server in another process.
    if (request.method === "GET" && path === "/requests") return sendJson(response, 200, { requests });
    if (request.method !== "POST" && request.method !== "PUT") return sendUnknownPath(request, response);
    requests += 1;
    underWay += 1;
    peak = Math.max(peak, underWay);
    response.on("close", () => {
      underWay -= 1;
    });
    const sequence = requests;
    const body = await readJsonBody(request);
    if (path === "/embeddings" && current.kind === "answer") {
      lastBody = body;
      return sendJson(response, 200, embeddingsOf(body));
    }
    // Ways to fail are the same for everything that is asked.
    const completion = path === "/embeddings" ? noCompletion : wire.read(path, body);
    if (completion === null) return sendError(wire, response, 400, "Not a request for an answer");
    lastBody = body;
    lastHeaders = request.headers;
    await respond({ request, response, wire, completion, sequence }, current);
  };
  const sendModels = (wire: Wire, request: IncomingMessage, response: ServerResponse): void => {
    if (current.kind === "html-200") {
      response
        .writeHead(200, { "content-type": "text/html" })
        .end("<html><title>Welcome to the proxy</title></html>");
    } else if (current.kind === "wrong-key" && wire.sentKey(request.headers) !== current.rightKey) {
      sendError(wire, response, 401, `Incorrect API key provided: ${quotedKey(wire, request)}`);
    } else if (current.kind !== "hang") {
      sendJson(response, 200, wire.list(models));
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
    baseUrl: `http://127.0.0.1:${address}${openAiWire.prefix}`,
    baseUrlOf: (maker) => `http://127.0.0.1:${address}${wireOf[maker].prefix}`,
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

const noCompletion = {
  model: "fake-embedding",
  messages: [],
  stream: false,
  wantsUsage: false,
  hasStreamOptions: false,
};

function sendUnknownPath(request: IncomingMessage, response: ServerResponse): void {
  sendJson(response, 404, { error: { message: `Unknown path ${request.url}` } });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The fake model server has no port.");
  return address.port;
}
