import { type ChildProcess, spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import type { ProgramName } from "../services/program-runner.ts";

/** Of the heap of V8, in megabytes. What WebAssembly and SQLite hold is outside of it, and watched from the parent. */
const MAX_HEAP_MB = 256;
/** Kilobytes; with V8's own limit of about 1 MB, QuickJS and Python overflow it before they notice that a program recurses too deeply. */
const STACK_KB = 3_900;

/**
 * A child process that serves one program. It sees nothing of our environment, can read the code of the project and nothing else, and
 * can write no file and start no process. It ends with its parent.
 *
 * Pages are bundled and do not know where their source was. Both the web and the worker process run in the project's folder, so the
 * child is started from there, as source.
 */
export function startProgramProcess(program: ProgramName): ChildProcess {
  const project = /* turbopackIgnore: true */ process.cwd();
  const child = spawn(
    process.execPath,
    [
      "--permission",
      ...["lib", "node_modules", "package.json"].map(
        (part) => `--allow-fs-read=${join(/* turbopackIgnore: true */ project, part)}`,
      ),
      "--allow-worker",
      "--disable-warning=ExperimentalWarning",
      "--disable-warning=SecurityWarning",
      `--stack-size=${STACK_KB}`,
      `--max-old-space-size=${MAX_HEAP_MB}`,
      join(/* turbopackIgnore: true */ project, "lib/graders/programs/child/main.ts"),
      program,
    ],
    { cwd: project, env: { TZ: "UTC", NODE_ENV: "production" }, stdio: ["ignore", "ignore", "pipe", "ipc"] },
  );
  lowerPriority(child);
  return child;
}

/** Pages and the storing of answers come before the running of programs. */
function lowerPriority({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Some containers do not allow it, and it is only a courtesy.
  }
}
