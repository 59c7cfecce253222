import { EnvironmentError, env } from "#lib/env/env.ts";
import { StartUpError } from "./start-up-error.ts";

/** Loaded one by one: an image for production does not hold what the tests need. Each resolves to the process's exit code. */
const commands: Record<string, () => Promise<() => Promise<number>>> = {
  start: async () => (await import("./commands/start.ts")).start,
  dev: async () => (await import("./commands/dev.ts")).dev,
  test: async () => (await import("./commands/test.ts")).test,
  check: async () => (await import("./commands/check.ts")).check,
  build: async () => (await import("./commands/build.ts")).build,
  web: async () => (await import("./commands/web.ts")).web,
  worker: async () => (await import("./commands/worker.ts")).worker,
};

const [, , name = ""] = process.argv;
const load = commands[name];
if (load === undefined) {
  console.error(`There is no command "${name}". The commands are ${Object.keys(commands).join(", ")}.`);
  process.exit(2);
}
try {
  env();
  const command = await load();
  process.exit(await command());
} catch (error) {
  const plain = error instanceof StartUpError || error instanceof EnvironmentError;
  // The log itself reads the environment, which may be what is wrong.
  if (plain) console.error(error.message);
  else (await import("#lib/log/log.ts")).log.fatal({ err: error }, "start failed");
  process.exit(1);
}
