import { Socket } from "node:net";
import { log } from "#lib/log/log.ts";
import type {
  ProgramName,
  ProgramRequest,
  ProgramResult,
  StoppedProgram,
} from "../services/program-runner.ts";
import type { Reply } from "./messages.ts";
import { type ProcessUsage, processUsage } from "./process-usage.ts";
import { startProgramProcess } from "./start-program-process.ts";

/** PostgreSQL starts in 3 s on a quiet machine, and was seen to take 15 s on one with ten times as much to do as it can. */
const START_LIMIT_MS = 120_000;
const LOOK_EVERY_MS = 40;
const MAX_ERROR_CHARS = 4_000;
/** By the clock, a process on a busy machine has this much more for its time of computing. */
const clockLimitMs = (timeLimitMs: number) => 10 * timeLimitMs + 30_000;

export type ProgramProcess = {
  program: ProgramName;
  /** One at a time. */
  run(request: ProgramRequest, signal: AbortSignal): Promise<ProgramResult>;
  /** False after a kill, a crash, or a request that left the process in doubt. */
  isUsable(): boolean;
  kill(): void;
};

type Running = { id: number; phase: string | null; settle(result: ProgramResult): void };

/** A process for one program, started at once; what is asked of it waits until it is ready. */
export function openProgramProcess(program: ProgramName): ProgramProcess {
  const child = startProgramProcess(program);
  const ready = Promise.withResolvers<boolean>();
  let usable = true;
  let running: Running | null = null;
  let lastId = 0;
  let printed = "";

  const stop = (limit: StoppedProgram["limit"], reason: string): void => {
    kill();
    running?.settle({ type: "stopped", limit, phase: running.phase, reason });
  };
  const died = (): void => {
    if (usable && printed !== "") log.warn({ program, printed }, "a program of a grader ended by itself");
    usable = false;
    ready.resolve(false);
    stop("crash", "The program ended by itself before it had an answer.");
  };
  function kill(): void {
    usable = false;
    child.kill("SIGKILL");
  }
  // An idle process keeps nobody from ending: neither it, nor the channel, nor what it prints.
  if (child.stderr instanceof Socket) child.stderr.unref();
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    printed = (printed + text).slice(0, MAX_ERROR_CHARS);
  });
  child.on("error", died);
  child.on("exit", died);
  // A message that cannot be sent any more: the exit says so too.
  child.on("message", (message: unknown) => {
    // The other side is our own code in child/main.ts.
    const reply = message as Reply;
    if (reply.type === "ready") return ready.resolve(true);
    if (running === null || reply.id !== running.id) return;
    switch (reply.type) {
      case "phase":
        running.phase = reply.phase.slice(0, 200);
        return;
      case "ended":
        if (reply.spent) kill();
        running.settle({ type: "ended", output: reply.output });
        return;
      case "too-much-output":
        stop("output", "The program was stopped because its answer was larger than 1 MB.");
        return;
      case "failed":
        log.warn({ program, message: reply.message }, "a program of a grader failed");
        stop("crash", "The program met an error of its own before it had an answer.");
    }
  });

  async function isReady(signal: AbortSignal): Promise<boolean> {
    const late = setTimeout(() => ready.resolve(false), START_LIMIT_MS);
    const halt = () => ready.resolve(false);
    signal.addEventListener("abort", halt, { once: true });
    const isThere = await ready.promise;
    clearTimeout(late);
    signal.removeEventListener("abort", halt);
    return isThere;
  }

  async function run(request: ProgramRequest, signal: AbortSignal): Promise<ProgramResult> {
    child.ref();
    child.channel?.ref();
    if (signal.aborted || !(await isReady(signal))) {
      kill();
      return signal.aborted ? halted : notStarted(program);
    }
    const answered = Promise.withResolvers<ProgramResult>();
    lastId += 1;
    running = { id: lastId, phase: null, settle: answered.resolve };
    const before = usageOf(child.pid);
    const startedAt = performance.now();
    const watch = setInterval(() => {
      const exceeded = exceededLimit(request, performance.now() - startedAt, before, usageOf(child.pid));
      if (exceeded !== null) stop(exceeded.limit, exceeded.reason);
    }, LOOK_EVERY_MS);
    const halt = () => stop("halted", halted.reason);
    signal.addEventListener("abort", halt, { once: true });
    child.send({ id: lastId, input: request.input }, (error) => {
      if (error !== null) stop("crash", "The program ended by itself before it had an answer.");
    });
    const result = await answered.promise;
    clearInterval(watch);
    signal.removeEventListener("abort", halt);
    running = null;
    const after = usageOf(child.pid);
    // Memory of WebAssembly never shrinks; the next request would start near its limit.
    if (after !== null && after.residentMb > 0.75 * request.memoryLimitMb) kill();
    child.unref();
    child.channel?.unref();
    return result;
  }

  return { program, run, isUsable: () => usable, kill };
}

function usageOf(pid: number | undefined): ProcessUsage | null {
  return pid === undefined ? null : processUsage(pid);
}

function exceededLimit(
  { timeLimitMs, memoryLimitMb }: ProgramRequest,
  clockMs: number,
  before: ProcessUsage | null,
  now: ProcessUsage | null,
): Pick<StoppedProgram, "limit" | "reason"> | null {
  if (now !== null && now.residentMb > memoryLimitMb) {
    const reason = `The program was stopped because it held more than ${memoryLimitMb} MB of memory.`;
    return { limit: "memory", reason };
  }
  const computedMs = before === null || now === null ? null : now.cpuMs - before.cpuMs;
  if (computedMs !== null && computedMs <= timeLimitMs) {
    if (clockMs <= clockLimitMs(timeLimitMs)) return null;
    const turns = `It had computed for ${computedMs / 1_000} s when ${Math.round(clockMs / 1_000)} s were over.`;
    return { limit: "unavailable", reason: `The machine was too busy to run the program. ${turns}` };
  }
  if (computedMs === null && clockMs <= timeLimitMs) return null;
  const reason = `The program was stopped because it ran longer than ${timeLimitMs / 1_000} s.`;
  return { limit: "time", reason };
}

export const halted = {
  type: "stopped",
  limit: "halted",
  phase: null,
  reason: "The program was not run to its end because grading was stopped.",
} as const satisfies StoppedProgram;

function notStarted(program: ProgramName): StoppedProgram {
  const reason = `The program for “${program}” could not be started on this machine. The log of the process says why.`;
  return { type: "stopped", limit: "unavailable", phase: null, reason };
}
