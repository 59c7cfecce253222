import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { projectFolder } from "./processes/node-program.ts";
import { type CommandResult, runCommand } from "./processes/run-command.ts";

const maxLines = 300;
const maxFiles = 18;
const counted = /\.(ts|tsx|mjs)$/;
const isTest = /\.(test|spec|bench)\.tsx?$/;

/** Files and folders that have outgrown one concept: more than 300 lines, or more than 18 source files side by side. */
export async function findOversize(): Promise<CommandResult> {
  const listed = await runCommand("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: projectFolder,
  });
  if (listed.code !== 0) return listed;
  const files = listed.output.split("\n").filter((file) => counted.test(file) && !isTest.test(file));
  const byFolder = Map.groupBy(files, (file) => dirname(file));
  const complaints = [...byFolder]
    .filter(([folder, inside]) => folder !== "." && inside.length > maxFiles)
    .map(
      ([folder, inside]) => `${folder} has ${inside.length} source files; find the concepts that divide them`,
    );
  for (const file of files) {
    const text = await readFile(join(projectFolder, file), "utf8").catch(() => "");
    const lines = text.split("\n").length - 1;
    if (lines > maxLines) complaints.push(`${file} has ${lines} lines; find the concept that is missing`);
  }
  return { code: complaints.length === 0 ? 0 : 1, output: complaints.join("\n") };
}
