import { type ChildProcess, spawn } from "node:child_process";
import { nodeFlags, projectFolder } from "#lib/launch/processes/node-program.ts";

/** Of which a build of all pages is most: half a minute alone on a machine, minutes beside others. */
const startTimeoutMs = 480_000;

export type StartedProduct = {
  process: ChildProcess;
  /** Everything it has printed so far. */
  output(): string;
  /** The address that it prints for the reader; fails when it ends before. */
  link: Promise<string>;
  /** Its exit code, or null when a signal ended it. */
  ended: Promise<number | null>;
};

/** Starts the product on a data folder as `npm start` does once everything is installed. */
export function startProduct(home: string, port: number): StartedProduct {
  const child = spawn(process.execPath, [...nodeFlags, "lib/launch/main.ts", "start"], {
    cwd: projectFolder,
    env: {
      ...process.env,
      NODE_ENV: "production",
      TOUCHSTONE_HOME: home,
      PORT: String(port),
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const link = Promise.withResolvers<string>();
  const fail = (reason: string) => link.reject(new Error(`The product did not start: ${reason}\n${printed}`));
  const timer = setTimeout(() => fail("no link in time"), startTimeoutMs);
  // Who only waits for the end does not ask for the link.
  link.promise.catch(() => undefined);
  const read = (chunk: Buffer) => {
    printed += chunk.toString();
    const found = /https?:\/\/\S+\/(?:setup|sign-in)\?token=\S+/.exec(printed)?.[0];
    if (found === undefined) return;
    clearTimeout(timer);
    link.resolve(found);
  };
  child.stdout.on("data", read);
  child.stderr.on("data", read);
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(`it ended with code ${code}`);
      resolve(code);
    });
  });
  return { process: child, output: () => printed, link: link.promise, ended };
}
