import { log } from "#lib/log/log.ts";
import { check } from "./commands/check.ts";
import { dev } from "./commands/dev.ts";
import { start } from "./commands/start.ts";
import { test } from "./commands/test.ts";
import { web } from "./commands/web.ts";
import { worker } from "./commands/worker.ts";
import { StartUpError } from "./start-up-error.ts";

/** Every command resolves to the exit code of the process. */
const commands: Record<string, (args: readonly string[]) => Promise<number>> = {
  start,
  dev,
  test,
  check,
  web,
  worker,
};

const [name = "", ...args] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) {
  console.error(`There is no command "${name}". The commands are ${Object.keys(commands).join(", ")}.`);
  process.exit(2);
}
try {
  process.exit(await command(args));
} catch (error) {
  if (error instanceof StartUpError) console.error(error.message);
  else log.fatal({ err: error }, "start failed");
  process.exit(1);
}
