import { env } from "#lib/env/env.ts";

/** The environment of the web and worker processes: what this process was given, and what the launcher has found out. */
export function processEnv(databaseUrl: string, mode: "production" | "development"): NodeJS.ProcessEnv {
  const { TOUCHSTONE_HOME, TOUCHSTONE_URL, PORT } = env();
  return {
    ...process.env,
    NODE_ENV: mode,
    DATABASE_URL: databaseUrl,
    TOUCHSTONE_HOME,
    PORT: String(PORT),
    NEXTAUTH_URL: TOUCHSTONE_URL ?? `http://localhost:${PORT}`,
    // On a terminal, the launcher's own lines say what happens; what goes wrong is still told.
    LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
