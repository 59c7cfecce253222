import type { QuickJSContext, QuickJSHandle, QuickJSWASMModule } from "quickjs-emscripten-core";
import type { ScriptFailure } from "../../requests/javascript-request.ts";
import { prelude } from "./prelude.ts";

const STACK_BYTES = 512 * 1024;
const MAX_CONSOLE_LINES = 100;
const MAX_LINE_CHARS = 500;
const MAX_MESSAGE_CHARS = 500;

export type Evaluated = { type: "value"; value: QuickJSHandle } | { type: "failed"; failure: ScriptFailure };

/** One context of QuickJS. It has no network, files, timers or clock; see prelude.ts. It is never disposed: its whole engine goes away. */
export type Sandbox = {
  context: QuickJSContext;
  /** What was printed with `console`, cut to its first lines. */
  console: string[];
  evaluate(code: string, fileName: string, type?: "global" | "module"): Evaluated;
  call(fn: QuickJSHandle, args: readonly QuickJSHandle[]): Evaluated;
  /** Runs what promises wait for, until nothing is left to run. Null, or why it had to stop. */
  runJobs(): ScriptFailure | null;
  /** Why a promise was rejected, or what was thrown. */
  failureOf(error: QuickJSHandle): ScriptFailure;
  /** A global function of the host. Gives it the arguments as texts; a missing one is an empty text. */
  offer(name: string, receive: (...texts: string[]) => void): void;
};

export function openSandbox(
  engine: QuickJSWASMModule,
  { timeLimitMs, memoryLimitMb }: { timeLimitMs: number; memoryLimitMb: number },
): Sandbox {
  const runtime = engine.newRuntime();
  runtime.setMemoryLimit(memoryLimitMb * 1024 * 1024);
  runtime.setMaxStackSize(STACK_BYTES);
  const startedAt = cpuMs();
  let isLate = false;
  runtime.setInterruptHandler(() => {
    isLate ||= cpuMs() - startedAt > timeLimitMs;
    return isLate;
  });
  const context = runtime.newContext();
  const lines: string[] = [];
  const sandbox: Sandbox = {
    context,
    console: lines,
    evaluate: (code, fileName, type = "global") =>
      guarded(() => context.evalCode(code, fileName, { type, strict: false })),
    call: (fn, args) => guarded(() => context.callFunction(fn, context.undefined, ...args)),
    runJobs() {
      try {
        const done = runtime.executePendingJobs();
        return done.error === undefined ? null : failureOf(context, done.error, isLate);
      } catch (error) {
        return crashOf(error, isLate);
      }
    },
    failureOf: (error) => failureOf(context, error, isLate),
    offer(name, receive) {
      const fn = context.newFunction(name, (...args) => {
        receive(...args.map((arg) => context.getString(arg)));
        return context.undefined;
      });
      context.setProp(context.global, name, fn);
    },
  };
  sandbox.offer("print", (text = "") => {
    if (lines.length < MAX_CONSOLE_LINES) lines.push(text.slice(0, MAX_LINE_CHARS));
    else if (lines.length === MAX_CONSOLE_LINES) lines.push("… more was printed than is kept.");
  });
  sandbox.evaluate(prelude, "prelude.js");
  return sandbox;

  function guarded(run: () => ReturnType<QuickJSContext["evalCode"]>): Evaluated {
    try {
      const result = run();
      if (result.error !== undefined)
        return { type: "failed", failure: failureOf(context, result.error, isLate) };
      return { type: "value", value: result.value };
    } catch (error) {
      return { type: "failed", failure: crashOf(error, isLate) };
    }
  }
}

function failureOf(context: QuickJSContext, error: QuickJSHandle, isLate: boolean): ScriptFailure {
  if (isLate) return tooLate;
  const dumped = read(() => context.dump(error));
  const part = (name: string): string | null => {
    const value: unknown = typeof dumped === "object" && dumped !== null ? Reflect.get(dumped, name) : null;
    return typeof value === "string" ? value : null;
  };
  const name = part("name") ?? "";
  const message = part("message") ?? (dumped === undefined ? "" : `threw ${JSON.stringify(dumped)}`);
  if (message === "out of memory" || dumped === undefined || dumped === null) return noMemory;
  const line =
    /\((?:answer|tests|grader)\.js:(\d+)/.exec(part("stack") ?? "")?.[1] ??
    /\.js:(\d+)/.exec(part("stack") ?? "")?.[1];
  const text = name === "" || name === "Error" ? message : `${name}: ${message}`;
  return {
    type: name === "SyntaxError" ? "syntax" : "exception",
    message: text.slice(0, MAX_MESSAGE_CHARS),
    line: line === undefined ? null : Number(line),
  };
}

/** WebAssembly itself stopped: its stack or its memory was at an end before QuickJS noticed. */
function crashOf(error: unknown, isLate: boolean): ScriptFailure {
  if (isLate) return tooLate;
  if (error instanceof RangeError) return { type: "exception", message: "stack overflow", line: null };
  return noMemory;
}

const tooLate: ScriptFailure = { type: "time", message: "the time limit was met", line: null };
const noMemory: ScriptFailure = { type: "memory", message: "out of memory", line: null };

function read(get: () => unknown): unknown {
  try {
    return get();
  } catch {
    return undefined;
  }
}

/** Of this process: a busy machine takes no time away from the code. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
