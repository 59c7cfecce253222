import type { ProgramName } from "../services/program-runner.ts";

/**
 * In megabytes, for the whole process. Measured idle: Node with QuickJS 80, SQLite 60, the parsers 80, Python 165, PostgreSQL 450. The
 * rest is for what is run. QuickJS has a lower limit of its own, which ends a request without ending the process.
 */
export const MEMORY_LIMITS_MB: Readonly<Record<ProgramName, number>> = {
  javascript: 512,
  sqlite: 512,
  syntax: 768,
  python: 768,
  postgresql: 1_024,
};
