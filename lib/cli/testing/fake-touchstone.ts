import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

export type Asked = { method: string; path: string; authorization: string | undefined; body: unknown };
type Answer = (response: ServerResponse, asked: Asked) => void;

/** Answers "GET /path" (without its query) as it is told to, over real HTTP, and keeps what it was asked. */
export async function fakeTouchstone(answers: Readonly<Record<string, Answer>>) {
  const asked: Asked[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = "", url: path = "", headers } = request;
    const content = await text(request);
    const one = {
      method,
      path,
      authorization: headers.authorization,
      body: content === "" ? null : JSON.parse(content),
    };
    asked.push(one);
    const known = answers[`${method} ${path.split("?")[0]}`];
    if (known === undefined) json({ error: { message: `No ${method} ${path}.` } }, 404)(response);
    else known(response, one);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export function json(body: unknown, status = 200) {
  return (response: ServerResponse) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
}

/** Each text as it is, then the end. */
export function stream(...chunks: readonly string[]) {
  return (response: ServerResponse) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const chunk of chunks) response.write(chunk);
    response.end();
  };
}
