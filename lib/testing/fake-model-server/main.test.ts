import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { createOpenAiCompatibleProvider } from "#lib/providers/openai-compatible/openai-compatible-provider.ts";
import { requestFor } from "#lib/providers/testing/provider-contract.ts";

it("can be spawned, prints its address first, and ends when told to", async () => {
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const child = spawn(process.execPath, [main, "--answer", "spawned", "--latency-ms", "5"]);
  const exited = once(child, "exit");
  try {
    const [line] = await once(createInterface(child.stdout), "line");
    const { baseUrl } = JSON.parse(String(line));
    const provider = createOpenAiCompatibleProvider({ baseUrl, model: "fake-small" });
    const answer = await provider.answer(requestFor("x"), new AbortController().signal);
    expect(answer.output).toBe("spawned");
    await provider.close();
  } finally {
    child.kill();
  }
  expect(await exited).toEqual([0, null]);
});
