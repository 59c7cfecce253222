import { commandLineEnv } from "#lib/env/command-line-env.ts";
import { connect } from "./api/connect.ts";
import { CommandError, exitCodes } from "./command-error.ts";
import { gateCommand } from "./commands/gate.ts";
import { policyCommand } from "./commands/policy.ts";
import { runCommand } from "./commands/run.ts";
import { commandHelp, help } from "./help.ts";
import { note, print } from "./output.ts";
import { connectionFlags, readFlags } from "./reading/read-flags.ts";

const commands = { gate: gateCommand, run: runCommand, policy: policyCommand };

/** Resolves to the exit code; whatever goes wrong is one sentence on standard error. */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  try {
    return await run(words);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    note(error.message);
    return exitCodes.noVerdict;
  }
}

async function run([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    print(help);
    return name === undefined ? exitCodes.noVerdict : exitCodes.pass;
  }
  const command = Object.entries(commands).find(([known]) => known === name)?.[1];
  if (command === undefined) {
    throw new CommandError(`There is no command "${name}". touchstone --help lists the commands.`);
  }
  const flags = readFlags(name, rest, { ...connectionFlags, ...command.flags });
  if (flags.has("help")) {
    print(commandHelp[command.name]);
    return exitCodes.pass;
  }
  const { url, apiKey } = commandLineEnv();
  const api = connect({ url: flags.text("url") ?? url, apiKey: flags.text("key") ?? apiKey });
  return await command.run(api, flags);
}
