import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { describeProviderContract, requestFor } from "../testing/provider-contract.ts";
import { type CommandSettings, createCommandProvider } from "./command-provider.ts";

const echo = "process.stdin.pipe(process.stdout)";
const settingsFor = (script: string, more: Partial<CommandSettings> = {}): CommandSettings => ({
  program: process.execPath,
  arguments: ["-e", script],
  input: "text",
  model: "m",
  environment: { GREETING: "hello" },
  ...more,
});

async function ask(settings: CommandSettings, signal = new AbortController().signal) {
  const provider = createCommandProvider(settings);
  return provider.answer(requestFor("one two"), signal).finally(() => provider.close());
}

describeProviderContract("command", async () => {
  const provider = createCommandProvider({ ...settingsFor(""), program: "/bin/cat", arguments: [] });
  return { provider, stop: () => provider.close() };
});

it("gives the prompt as text or everything as JSON, and takes one line break from the end", async () => {
  expect((await ask(settingsFor(`${echo}; setTimeout(() => console.log(), 100)`))).output).toBe("one two");
  const { output } = await ask(settingsFor(echo, { input: "json" }));
  expect(JSON.parse(output)).toMatchObject({
    model: "m",
    key: "c-1",
    repetition: 1,
    messages: [{ role: "user", content: "one two" }],
  });
});

it("hands arguments on as they are, without a shell", async () => {
  const hostile = '"; touch /tmp/never; $(id) `id` $HOME';
  const script = "console.log(JSON.stringify(process.argv.slice(1)))";
  const { output } = await ask(settingsFor(script, { arguments: ["-e", script, hostile] }));
  expect(JSON.parse(output)).toEqual([hostile]);
});

it("lets the program see nothing of our own environment", async () => {
  const { output } = await ask(settingsFor("console.log(JSON.stringify(process.env))"));
  expect(JSON.parse(output)).toEqual({ GREETING: "hello" });
});

it("does not mind a program that reads nothing", async () => {
  const provider = createCommandProvider(settingsFor("console.log('done')"));
  const request = requestFor("x".repeat(5_000_000));
  expect((await provider.answer(request, new AbortController().signal)).output).toBe("done");
});

it.each<[string, CommandSettings, object]>([
  [
    "ends with an error",
    settingsFor("console.error('no luck'); process.exit(3)"),
    { errorClass: "permanent", message: expect.stringMatching(/status 3\. It said: "no luck"/) },
  ],
  [
    "is not there",
    settingsFor("", { program: "/no/such/program" }),
    { errorClass: "permanent", code: "not-found" },
  ],
  [
    "writes without end",
    settingsFor("setInterval(() => process.stdout.write('x'.repeat(1e5)), 0)", { maxOutputBytes: 1000 }),
    { errorClass: "bad-answer" },
  ],
  [
    "hangs",
    settingsFor("setInterval(() => 0, 1000)", { timeoutSeconds: 0.3 }),
    { errorClass: "transient", code: "timeout" },
  ],
])("says what is wrong with a program that %s", async (_name, settings, error) => {
  await expect(ask(settings)).rejects.toMatchObject(error);
});

it("kills a program with its children on the signal", async () => {
  const folder = await mkdtemp(join(tmpdir(), "touchstone-command-"));
  const ticks = join(folder, "ticks");
  const child = `setInterval(() => require("fs").appendFileSync(${JSON.stringify(ticks)}, "x"), 20)`;
  const script = `require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(child)}], { stdio: "inherit" }); setInterval(() => 0, 1000)`;
  const stop = new AbortController();
  const call = ask(settingsFor(script), stop.signal);
  const failed = expect(call).rejects.toMatchObject({ errorClass: "cancelled" });
  for (let size = 0; size === 0; ) size = (await readFile(ticks).catch(() => Buffer.alloc(0))).length;
  stop.abort();
  await failed;
  const { length } = await readFile(ticks);
  await sleep(200);
  expect(await readFile(ticks)).toHaveLength(length);
  await rm(folder, { recursive: true });
});
