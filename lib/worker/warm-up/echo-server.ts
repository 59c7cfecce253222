import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const chunk = (delta: object, rest: object = {}) =>
  `data: ${JSON.stringify({ id: "warm-up", model: "warm-up", choices: [{ index: 0, delta, ...rest }] })}\n\n`;

const answer = [
  chunk({ role: "assistant", content: "" }),
  chunk({ content: "warm " }),
  chunk({ content: "up" }),
  chunk({}, { finish_reason: "stop" }),
  `data: ${JSON.stringify({ id: "warm-up", choices: [], usage: { prompt_tokens: 8, completion_tokens: 2 } })}\n\n`,
  "data: [DONE]\n\n",
].join("");

export type EchoServer = { baseUrl: string; close(): void };

/** A server on this machine alone that gives the same streamed answer to everything. */
export async function openEchoServer(): Promise<EchoServer> {
  const server = createServer((request, response) => {
    request.resume().once("end", () => {
      response.writeHead(200, { "content-type": "text/event-stream" }).end(answer);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  // Of a server that listens on a port it is never a text.
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
