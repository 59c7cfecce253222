import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "#lib/db/database.ts";
import { nodeFlags } from "./processes/node-program.ts";

let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "touchstone-refusal-"));
});
afterAll(async () => await rm(home, { recursive: true, force: true }));

async function launch(
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [...nodeFlags, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, TOUCHSTONE_HOME: home, LOG_LEVEL: "error", ...env },
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  return await new Promise((resolve) =>
    child.on("close", (code) => resolve({ code, output: output.trim() })),
  );
}

test("a port in use is named, with a way out, and nothing is left locked", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? String(address.port) : "";
  for (let i = 0; i < 2; i++) {
    const { code, output } = await launch(["lib/launch/main.ts", "start"], { PORT: port });
    expect(output).toBe(
      `Port ${port} is in use. Stop the other program, or choose another port: PORT=3100 npm start`,
    );
    expect(code).toBe(1);
  }
  server.close();
});

test.each(["abc", "0", "70000"])("PORT=%s is refused in one sentence", async (port) => {
  const { code, output } = await launch(["lib/launch/main.ts", "start"], { PORT: port });
  expect(output).toContain("PORT");
  expect(output.split("\n")).toHaveLength(1);
  expect(code).toBe(1);
});

test("a data folder that cannot be made is named", async () => {
  const file = join(home, "a-file");
  await writeFile(file, "");
  const { code, output } = await launch(["lib/launch/main.ts", "start"], {
    TOUCHSTONE_HOME: join(file, "below"),
  });
  expect(output).toContain(`The data folder ${join(file, "below")} cannot be made`);
  expect(code).toBe(1);
});

test("a database of a newer version is left alone", async () => {
  await pool().query(
    `insert into "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
     values ('x', 'x', '29990101000000_from_the_future', now(), 1)`,
  );
  const { code, output } = await launch(["prisma/apply-migrations.ts"], {});
  expect(output).toContain("The database was changed by a newer Touchstone (29990101000000_from_the_future)");
  expect(code).toBe(1);
});

test("an unknown command lists the known ones", async () => {
  const { code, output } = await launch(["lib/launch/main.ts", "strat"], {});
  expect(output).toMatch(/no command "strat".*start, dev, test/);
  expect(code).toBe(2);
});
