import { type ChildProcess, spawn } from "node:child_process";
import { nodeFlags, projectFolder } from "#lib/launch/processes/node-program.ts";

export type StartedPart = {
  process: ChildProcess;
  /** Resolves when it has printed this; fails with what it did print when it ends before. */
  printed(pattern: RegExp): Promise<void>;
  /** Its exit code, or null when a signal ended it. */
  ended: Promise<number | null>;
};

/** Starts the command of one part alone, as `npm run web` and `npm run worker` do once everything is installed. */
export function startPart(
  command: "web" | "worker",
  variables: Readonly<Record<string, string>>,
): StartedPart {
  const child = spawn(process.execPath, [...nodeFlags, "lib/launch/main.ts", command], {
    cwd: projectFolder,
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "info", ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const read = (chunk: Buffer) => {
    output += chunk.toString();
    child.emit("printed");
  };
  child.stdout.on("data", read);
  child.stderr.on("data", read);
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return {
    process: child,
    ended,
    async printed(pattern) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const look = () => pattern.test(output) && resolve();
      child.on("printed", look);
      look();
      void ended.then((code) => reject(new Error(`${command} ended with code ${code}:\n${output}`)));
      await promise;
      child.off("printed", look);
    },
  };
}
