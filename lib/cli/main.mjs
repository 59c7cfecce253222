// The `touchstone` command. It needs nothing installed: a clone and a Node that reads TypeScript, which is 22.18 or newer. On an older
// one it hands over to the Node that the project brings with it.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const self = fileURLToPath(import.meta.url);
const ownNode = join(dirname(self), "..", "..", "node_modules", "node", "bin", "node");
const unusable = 3;

if (process.features.typescript) {
  const { runCommandLine } = await import("./run-command-line.ts");
  process.exitCode = await runCommandLine(process.argv.slice(2));
} else if (existsSync(ownNode)) {
  const child = spawnSync(ownNode, [self, ...process.argv.slice(2)], { stdio: "inherit" });
  process.exitCode = child.status ?? unusable;
} else {
  process.stderr.write(
    `The command line needs Node 22.18 or newer; this is Node ${process.versions.node}. Use a newer one, or run \`npm install\` here.\n`,
  );
  process.exitCode = unusable;
}
