import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { createOpenAiCompatibleProvider } from "#lib/providers/openai-compatible/openai-compatible-provider.ts";

const requests = 20_000;
const connections = 64;
const answer =
  "Twenty words of an answer that streams in pieces so that the reader has something to put together again here.";

const server = spawn(process.execPath, ["lib/testing/fake-model-server/main.ts", "--answer", answer], {
  stdio: ["ignore", "pipe", "inherit"],
});
try {
  const baseUrl = await addressOf(server);
  for (const stream of [true, false]) {
    const provider = createOpenAiCompatibleProvider({ baseUrl, model: "fake-small", connections, stream });
    const latencies: number[] = [];
    const startedAt = performance.now();
    const cpuBefore = process.cpuUsage();
    let left = requests;
    const caller = async () => {
      while (left-- > 0) {
        const messages = [{ role: "user" as const, content: "Where is my card?" }];
        const { latencyMs } = await provider.answer(
          { messages, input: null, caseKey: "c", repetition: 1, parameters: {} },
          new AbortController().signal,
        );
        latencies.push(latencyMs ?? 0);
      }
    };
    await Promise.all(Array.from({ length: connections }, caller));
    const seconds = (performance.now() - startedAt) / 1000;
    const { user, system } = process.cpuUsage(cpuBefore);
    const perCpuSecond = requests / ((user + system) / 1_000_000);
    latencies.sort((a, b) => a - b);
    const median = latencies[Math.floor(latencies.length / 2)] ?? 0;
    console.log(
      `${stream ? "streamed" : "whole"}: ${Math.round(requests / seconds)} answers a second over ${connections} connections, ${Math.round(perCpuSecond)} a second of processor time, median latency ${median.toFixed(1)} ms`,
    );
    await provider.close();
  }
} finally {
  server.kill();
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error("The fake model server has no output.");
  const [line] = await once(createInterface(stdout), "line");
  return JSON.parse(String(line)).baseUrl;
}
