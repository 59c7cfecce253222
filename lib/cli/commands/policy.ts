import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { canonicalJson } from "#lib/ids/content-hash.ts";
import type { DatasetAnswer, PolicyAnswer } from "../api/answers.ts";
import type { Api } from "../api/connect.ts";
import { findDataset } from "../api/find-named.ts";
import { CommandError, exitCodes } from "../command-error.ts";
import { note, print } from "../output.ts";
import type { Command } from "./command.ts";

export const policyCommand: Command = {
  name: "policy",
  flags: { dataset: "text", set: "text", note: "text" },
  async run(api, flags) {
    const name = flags.required("dataset");
    const file = flags.text("set");
    const next = file === undefined ? null : await readPolicy(file);
    const dataset = await findDataset(api, name);
    return next === null
      ? await printPolicy(api, dataset)
      : await setPolicy(api, dataset, next, flags.text("note") ?? "");
  },
};

const pathOf = ({ id }: DatasetAnswer) => `/api/v1/datasets/${id}/policy`;

async function printPolicy(api: Api, dataset: DatasetAnswer): Promise<number> {
  const { policy, baseline } = await api.get<PolicyAnswer>(pathOf(dataset));
  if (policy === null) {
    note(`The dataset "${dataset.name}" has no policy yet. Give --set with a file to write one.`);
    return exitCodes.noVerdict;
  }
  const against =
    baseline === null ? "No run is approved as baseline" : `The baseline is run ${baseline.runNumber}`;
  note(`Policy ${policy.number} of "${dataset.name}". ${against}.`);
  print(JSON.stringify(policy.rules, null, 2));
  return exitCodes.pass;
}

async function setPolicy(api: Api, dataset: DatasetAnswer, next: object, about: string): Promise<number> {
  const { policy } = await api.get<PolicyAnswer>(pathOf(dataset));
  if (policy !== null && asksForTheSame(policy.rules, next)) {
    note(`Policy ${policy.number} of "${dataset.name}" asks for exactly this already; nothing was changed.`);
    return exitCodes.pass;
  }
  const saved = await api.send<{ number: number }>("PUT", pathOf(dataset), { policy: next, note: about });
  note(`Policy ${saved.number} of "${dataset.name}" is in force.`);
  return exitCodes.pass;
}

async function readPolicy(file: string): Promise<object> {
  const named = file === "-" ? "Standard input" : `The file ${file}`;
  const content = await (file === "-" ? text(process.stdin) : readFile(file, "utf8")).catch(() => {
    throw new CommandError(`${named} cannot be read.`);
  });
  let policy: unknown;
  try {
    policy = JSON.parse(content);
  } catch {
    throw new CommandError(`${named} is not JSON.`);
  }
  if (typeof policy === "object" && policy !== null && !Array.isArray(policy)) return policy;
  throw new CommandError(`${named} must hold a JSON object such as { "passRate": 0.9 }.`);
}

/** A part that is null or left out asks for nothing, as does an empty list of slices. */
export function asksForTheSame(one: object, other: object): boolean {
  return canonicalJson(asked(one)) === canonicalJson(asked(other));
}

function asked(policy: object): object {
  const parts = Object.entries(policy);
  return Object.fromEntries(
    parts.filter(([, part]) => part !== null && !(Array.isArray(part) && part.length === 0)),
  );
}
