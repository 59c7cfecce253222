import { spawn } from "node:child_process";

export type CommandResult = { code: number; output: string };

export type CommandOptions = {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
  /** Passes the output on to this terminal as well. */
  echo?: boolean;
};

/** Runs a program to its end and collects what it printed. A program that cannot be started answers with code 127. */
export async function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const { echo = false, ...spawnOptions } = options;
  return await new Promise((resolve) => {
    const child = spawn(program, args, { ...spawnOptions, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      if (echo) process.stdout.write(chunk);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => resolve({ code: 127, output: error.message }));
    child.on("exit", (code) => {
      // A daemon that the program left behind keeps the pipes open, so `close` may never come.
      setImmediate(() => resolve({ code: code ?? 1, output }));
    });
  });
}
