import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "#lib/launch/free-port.ts";
import { productDatabaseUrl, queryProduct } from "../product-database.ts";
import { type StartedPart, startPart } from "./start-part.ts";

export type Deployment = {
  /** What every part is told, on whatever machine it runs. */
  shared: { DATABASE_URL: string } & Readonly<Record<string, string>>;
  /** Web alone; resolves to its address once it listens. */
  startWeb(): Promise<string>;
  startWorker(): Promise<StartedPart>;
  /** Ends every part and removes the database. */
  remove(): Promise<void>;
};

/**
 * Web and workers as they run on machines of their own: each part has its own data folder, and they share nothing but an empty
 * database on the PostgreSQL of the product under test, and what the environment tells them.
 */
export async function createDeployment(): Promise<Deployment> {
  const name = `deployment_${randomBytes(6).toString("hex")}`;
  await queryProduct(`create database ${name}`);
  const databaseUrl = Object.assign(new URL(await productDatabaseUrl()), { pathname: `/${name}` }).href;
  const shared = {
    DATABASE_URL: databaseUrl,
    TOUCHSTONE_ENCRYPTION_KEY: randomBytes(32).toString("hex"),
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    TOUCHSTONE_METRICS_TOKEN: randomBytes(12).toString("hex"),
    TOUCHSTONE_SAMPLES: "off",
  };
  const machines = await mkdtemp(join(tmpdir(), "touchstone-machines-"));
  const parts: StartedPart[] = [];
  const start = (command: "web" | "worker", own: Readonly<Record<string, string>> = {}) => {
    const home = join(machines, String(parts.length));
    const part = startPart(command, { ...shared, ...own, TOUCHSTONE_HOME: home });
    parts.push(part);
    return part;
  };
  return {
    shared,
    async startWeb() {
      const port = await freePort();
      await start("web", { PORT: String(port) }).printed(/listens on port/);
      return `http://localhost:${port}`;
    },
    async startWorker() {
      const worker = start("worker");
      await worker.printed(/"event":"worker-started"/);
      return worker;
    },
    async remove() {
      for (const part of parts) part.process.kill("SIGTERM");
      await Promise.all(parts.map((part) => part.ended));
      await queryProduct(`drop database ${name} with (force)`);
      await rm(machines, { recursive: true, force: true });
    },
  };
}
