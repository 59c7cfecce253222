import { parseArgs } from "node:util";
import { startFakeModelServer } from "./start-fake-model-server.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    "latency-ms": { type: "string", default: "0" },
    "tokens-per-second": { type: "string" },
    answer: { type: "string" },
  },
});

const server = await startFakeModelServer({
  port: Number(values.port),
  behaviour: {
    kind: "answer",
    latencyMs: Number(values["latency-ms"]),
    ...(values.answer === undefined ? {} : { answer: values.answer }),
    ...(values["tokens-per-second"] === undefined
      ? {}
      : { tokensPerSecond: Number(values["tokens-per-second"]) }),
  },
});

// Whoever spawned this reads the address from the first line.
console.log(JSON.stringify({ baseUrl: server.baseUrl, port: server.port }));

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    server.close().then(() => process.exit(0));
  });
}
