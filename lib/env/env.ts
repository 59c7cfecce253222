import { resolve } from "node:path";
import { z } from "zod";

const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === "" ? undefined : text))
  .optional();

const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  DATABASE_URL: optionalText,
  /** The data folder: embedded database, keys, logs. */
  TOUCHSTONE_HOME: z
    .string()
    .default(".touchstone")
    .transform((path) => resolve(path)),
  PORT: z.coerce
    .number({ error: "PORT must be a number between 1 and 65535." })
    .int()
    .min(1)
    .max(65535)
    .default(3000),
  /** The address that people use, when a proxy stands in front. */
  TOUCHSTONE_URL: optionalText,
  TOUCHSTONE_ENCRYPTION_KEY: optionalText,
  NEXTAUTH_SECRET: optionalText,
  TOUCHSTONE_SAMPLES: z.enum(["on", "off"]).default("on"),
  /** Shards that a worker works at the same time. */
  TOUCHSTONE_WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(8),
  /** The memory that a worker may use for its own objects, in megabytes. A large one collects its garbage later. */
  TOUCHSTONE_WORKER_HEAP_MB: z.coerce.number().int().min(256).max(65_536).default(1_024),
  /** Whether connections may run programs on this machine: whoever may make one can run anything that the worker may. */
  TOUCHSTONE_ALLOW_COMMANDS: z.enum(["0", "1"]).default("0"),
  /** Opens /api/metrics to whoever sends it; without it there are no metrics. */
  TOUCHSTONE_METRICS_TOKEN: optionalText,
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  OIDC_ISSUER: optionalText,
  OIDC_CLIENT_ID: optionalText,
  OIDC_CLIENT_SECRET: optionalText,
  OIDC_NAME: optionalText,
  GITHUB_CLIENT_ID: optionalText,
  GITHUB_CLIENT_SECRET: optionalText,
  GOOGLE_CLIENT_ID: optionalText,
  GOOGLE_CLIENT_SECRET: optionalText,
});

export type Env = z.output<typeof envSchema>;

/** A variable is missing or wrong; the message says which and what it should be. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

let parsed: Env | undefined;

/** The environment, parsed once. The only place that reads process.env. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = envSchema.safeParse(source);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new EnvironmentError(
    `The environment variable ${issue?.path.join(".")} is not valid: ${issue?.message}`,
  );
}

/** For the launcher, which learns the address of the embedded database only after it has started it. */
export function setDatabaseUrl(url: string): void {
  process.env.DATABASE_URL = url;
  parsed = undefined;
}

/** The database address, or a sentence that says how to get one. */
export function requireDatabaseUrl(): string {
  const url = env().DATABASE_URL;
  if (url === undefined)
    throw new EnvironmentError(
      "DATABASE_URL is not set. Run `npm start`, which starts a database, or set it.",
    );
  return url;
}

const programVariables = ["PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR"];

/** What a program that a connection runs gets of our environment: where things are, and no secret. */
export function programEnvironment(): Record<string, string> {
  return Object.fromEntries(
    programVariables.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
