import pino from "pino";
import { env } from "#lib/env/env.ts";
import { logContext } from "./log-context.ts";

/** One line of JSON per event on standard output. Secrets never reach it: keys are sealed before anything logs them. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: { pid: process.pid },
  mixin: logContext,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: describeError },
  redact: {
    paths: [
      ...["apiKey", "*.apiKey", "password", "*.password", "token", "*.token"],
      ...["secret", "*.secret", "authorization", "*.authorization"],
    ],
    censor: "[redacted]",
  },
});

/** Drivers hang connections and buffers on their errors; a line keeps what a reader can use. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = "code" in error ? error.code : undefined;
  return { type: error.name, message: error.message, code, stack: error.stack };
}
