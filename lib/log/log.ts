import pino from "pino";
import { env } from "#lib/env/env.ts";

/** One line of JSON per event on standard output. Secrets never reach it: keys are sealed before anything logs them. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ["apiKey", "*.apiKey", "password", "*.password", "token", "*.token"],
    censor: "[redacted]",
  },
});
