import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { log } from "#lib/log/log.ts";
import { nodeFlags, projectFolder, workerFlags, workerMemory } from "./node-program.ts";

const quickMs = 10_000;
const quickDeathsAllowed = 5;
const stopTimeoutMs = 30_000;

export type SupervisedChild = {
  /** Resolves when the process says it is ready. */
  ready: Promise<void>;
  /** Resolves to a sentence when the process keeps dying and is given up. */
  givenUp: Promise<string>;
  stop(): Promise<void>;
};

type ChildOptions = { name: string; script: string; env: NodeJS.ProcessEnv; execArgv?: readonly string[] };

export function superviseWorker(env: NodeJS.ProcessEnv, execArgv: readonly string[] = []): SupervisedChild {
  return superviseChild({
    name: "worker",
    script: "lib/worker/main.ts",
    env: { ...workerMemory, ...env },
    execArgv: [...workerFlags(), ...execArgv],
  });
}

/** Keeps one process of Touchstone alive: starts it again when it dies, and gives up when it cannot even start. */
export function superviseChild({ name, script, env, execArgv = [] }: ChildOptions): SupervisedChild {
  const ready = Promise.withResolvers<void>();
  const givenUp = Promise.withResolvers<string>();
  let child: ChildProcess;
  let stopping = false;
  let quickDeaths = 0;

  function launch(): void {
    const startedAt = performance.now();
    child = fork(join(projectFolder, script), {
      cwd: projectFolder,
      env,
      execArgv: [...nodeFlags, ...execArgv],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    child.on("message", (message) => {
      if (message === "ready") ready.resolve();
    });
    child.on("exit", (code, signal) => {
      if (stopping) return;
      quickDeaths = performance.now() - startedAt < quickMs ? quickDeaths + 1 : 1;
      if (quickDeaths > quickDeathsAllowed) {
        givenUp.resolve(
          `The ${name} process ended ${quickDeaths} times right after its start (${signal ?? `code ${code}`}). The messages above say why.`,
        );
        return;
      }
      log.warn({ name, code, signal }, `${name} ended and is started again`);
      setTimeout(() => {
        if (!stopping) launch();
      }, 1_000 * quickDeaths);
    });
  }

  launch();
  return {
    ready: ready.promise,
    givenUp: givenUp.promise,
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
      child.kill("SIGTERM");
      const late = sleep(stopTimeoutMs, "late", { ref: false });
      if ((await Promise.race([ended, late])) === "late") child.kill("SIGKILL");
    },
  };
}
