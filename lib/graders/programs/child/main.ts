import { Worker } from "node:worker_threads";
import type { ProgramName } from "../../services/program-runner.ts";
import { MAX_OUTPUT_CHARS, type Reply, type Request } from "../messages.ts";
import type { Program } from "./program.ts";

/** Loaded when the process starts, so that no request waits for it. */
const programs: Record<ProgramName, () => Promise<Program>> = {
  javascript: async () => (await import("./javascript/javascript-program.ts")).openJavascriptProgram(),
  sqlite: async () => (await import("./sql/sqlite-engine.ts")).openSqliteProgram(),
  postgresql: async () => (await import("./sql/postgresql-engine.ts")).openPostgresqlProgram(),
  python: async () => (await import("./syntax/python-program.ts")).openPythonProgram(),
  syntax: async () => (await import("./syntax/syntax-program.ts")).openSyntaxProgram(),
};

// Ctrl-C reaches every process of the terminal. The parent decides when this one ends: what it asked for is stored before.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);
process.on("disconnect", () => process.exit(0));
// While a query runs, this thread hears no disconnect. Another one looks whether the parent is still there.
new Worker(new URL("./end-with-parent.ts", import.meta.url)).unref();

// The parent starts this file with one of the names.
const program = await programs[process.argv[2] as ProgramName]();
process.on("message", async (message) => {
  // The parent is our own code in program-process.ts.
  const { id, input } = message as Request;
  try {
    const { output, spent } = await program(input, (phase) => reply({ type: "phase", id, phase }));
    const isTooLong = JSON.stringify(output).length > MAX_OUTPUT_CHARS;
    reply(isTooLong ? { type: "too-much-output", id } : { type: "ended", id, output, spent });
  } catch (error) {
    reply({ type: "failed", id, message: String(error).slice(0, 500) });
  }
});
reply({ type: "ready" });

function reply(message: Reply): void {
  process.send?.(message);
}
