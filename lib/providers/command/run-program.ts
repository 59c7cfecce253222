import { type ChildProcess, spawn } from "node:child_process";
import { ProviderError } from "../provider-error.ts";

type ProgramRun = {
  program: string;
  arguments: readonly string[];
  /** The whole environment of the program: nothing of our own is inherited. */
  environment: Readonly<Record<string, string>>;
  input: string;
  timeoutMs: number;
  maxOutputBytes: number;
  signal: AbortSignal;
};

export type ProgramResult = { output: string; errors: string; exitCode: number | null; latencyMs: number };

const maxErrorBytes = 20_000;

/**
 * Runs a program without a shell, in a process group of its own. The group is killed when the time is up, when the output is
 * too long, on the signal, and also when the program ends: what it started does not outlive it. Rejects with `ProviderError`.
 */
export function runProgram(run: ProgramRun): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    if (run.signal.aborted) {
      reject(cancelled());
      return;
    }
    const startedAt = performance.now();
    const child = spawn(run.program, [...run.arguments], {
      shell: false,
      detached: true,
      // Next declares NODE_ENV to be in every environment; a program's own has what it is given and no more.
      env: run.environment as NodeJS.ProcessEnv,
      stdio: ["pipe", "pipe", "pipe"],
    });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    let outputBytes = 0;
    let errorBytes = 0;
    let latencyMs = 0;
    let failure: ProviderError | null = null;

    const end = (reason: ProviderError) => {
      failure ??= reason;
      killGroup(child);
    };
    const onAbort = () => end(cancelled());
    const timer = setTimeout(() => end(tooSlow(run)), run.timeoutMs);
    run.signal.addEventListener("abort", onAbort, { once: true });
    const settle = () => {
      clearTimeout(timer);
      run.signal.removeEventListener("abort", onAbort);
    };

    child.stdout.on("data", (chunk: Buffer) => {
      outputBytes += chunk.length;
      if (outputBytes > run.maxOutputBytes) end(tooLong(run));
      else output.push(chunk);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      if (errorBytes < maxErrorBytes) errors.push(chunk);
      errorBytes += chunk.length;
    });
    // A program need not read what it is given.
    child.stdin.on("error", () => undefined);
    child.stdin.end(run.input);
    child.once("error", (error) => {
      settle();
      reject(failure ?? notStarted(run.program, error));
    });
    child.once("exit", () => {
      latencyMs = performance.now() - startedAt;
      killGroup(child);
    });
    child.once("close", (exitCode) => {
      settle();
      if (failure !== null) reject(failure);
      else {
        const text = Buffer.concat(output).toString("utf8");
        resolve({ output: text, errors: Buffer.concat(errors).toString("utf8"), exitCode, latencyMs });
      }
    });
  });
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The group has ended already.
  }
}

function notStarted(program: string, error: Error): ProviderError {
  const isMissing = "code" in error && error.code === "ENOENT";
  const reason = isMissing ? "It was not found on the machine of the worker." : error.message;
  return new ProviderError(
    `The program "${program}" could not be started. ${reason} Check the command of the connection.`,
    { errorClass: "permanent", code: isMissing ? "not-found" : "bad-request" },
  );
}

function tooSlow({ program, timeoutMs }: ProgramRun): ProviderError {
  const message = `The program "${program}" did not end within ${timeoutMs / 1000} seconds and was killed. Try again, or allow more time.`;
  return new ProviderError(message, { errorClass: "transient", code: "timeout" });
}

function tooLong({ program, maxOutputBytes }: ProgramRun): ProviderError {
  const message = `The program "${program}" wrote more than ${maxOutputBytes.toLocaleString("en")} bytes and was killed.`;
  return new ProviderError(message, { errorClass: "bad-answer" });
}

function cancelled(): ProviderError {
  return new ProviderError("The call was cancelled.", { errorClass: "cancelled" });
}
