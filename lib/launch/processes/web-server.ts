import { createServer } from "node:http";
import next from "next";
import { closeDatabase } from "#lib/db/database.ts";
import { env } from "#lib/env/env.ts";
import { log } from "#lib/log/log.ts";
import { closeSender } from "#lib/queue/send-job.ts";

const { PORT: port, TOUCHSTONE_URL: proxied } = env();
const application = next({
  dev: env().NODE_ENV === "development",
  port,
  hostname: "localhost",
  dir: process.cwd(),
});
await application.prepare();
const handle = application.getRequestHandler();
const server = createServer((request, response) => {
  // Sign-in counts failures by address. Without a proxy in front, the header is whatever the caller wrote; the socket is not.
  if (proxied === undefined) request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "unknown";
  void handle(request, response);
});
// An upload of hundreds of megabytes over a slow line takes longer than Node's five minutes.
server.requestTimeout = 2 * 60 * 60_000;
// Longer than proxies and clients keep theirs (60 s for most): else a request goes out just as this end closes, and is answered by a reset.
server.keepAliveTimeout = 75_000;
let stopping = false;

async function shutDown(): Promise<void> {
  if (stopping) return;
  stopping = true;
  server.close();
  // Event streams stay open for as long as a page does; they reconnect to the next process.
  server.closeAllConnections();
  await application.close();
  await closeSender();
  await closeDatabase();
  process.exit(0);
}

process.on("SIGTERM", () => void shutDown());
process.on("SIGINT", () => void shutDown());
process.on("disconnect", () => void shutDown());

server.on("error", (error) => {
  log.fatal({ err: error, port }, "the web server cannot listen");
  process.exit(1);
});
server.listen(port, () => {
  log.info({ event: "web-started", port }, "web started");
  process.send?.("ready");
});
