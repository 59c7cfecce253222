import type { ModelVersion } from "#lib/models/versions/model-version.ts";

export type ModelChange = { field: string; a: string; b: string };
export type PromptChange = { /** From 1. */ place: number; role: string; a: string; b: string };

export type ModelDifference = {
  /** Settings that differ, in words. */
  settings: ModelChange[];
  /** How many settings are the same in both. */
  equalSettings: number;
  /** Every message of either prompt, by its place; a missing one is empty. */
  prompt: PromptChange[];
  samePrompt: boolean;
};

/** What two model versions were configured with, side by side. */
export function modelDifference(a: ModelVersion, b: ModelVersion): ModelDifference {
  const one = settingsOf(a);
  const other = settingsOf(b);
  const fields = [...new Set([...one.keys(), ...other.keys()])];
  const settings = fields
    .map((field) => ({ field, a: one.get(field) ?? "not set", b: other.get(field) ?? "not set" }))
    .filter((change) => change.a !== change.b);
  const prompt = Array.from({ length: Math.max(a.messages.length, b.messages.length) }, (_, place) => ({
    place: place + 1,
    ...messageChange(a.messages[place], b.messages[place]),
  }));
  return {
    settings,
    equalSettings: fields.length - settings.length,
    prompt,
    samePrompt: prompt.every((message) => message.a === message.b),
  };
}

type Message = ModelVersion["messages"][number];

function messageChange(a: Message | undefined, b: Message | undefined): Omit<PromptChange, "place"> {
  const roles = [...new Set([a?.role, b?.role].filter((role) => role !== undefined))];
  return { role: roles.join(" \u2192 "), a: a?.content ?? "", b: b?.content ?? "" };
}

function settingsOf(version: ModelVersion): Map<string, string> {
  const settings: [string, unknown][] = [
    ["Model", `${version.modelName} v${version.number}`],
    ["Provider", version.provider === "built_in" ? "Built in" : (version.connection?.name ?? "unknown")],
    ["Server", version.connection?.baseUrl],
    ["Model id", version.providerModel],
    ["Kind", version.builtInKind],
    ["Trained on", trainingOf(version)],
    ["Input price per million tokens", priceOf(version, version.inputPrice)],
    ["Output price per million tokens", priceOf(version, version.outputPrice)],
    ...entries("Parameter", version.parameters),
    ...entries("Setting", version.builtInConfig),
  ];
  return new Map(
    settings.flatMap(([field, value]) =>
      value === undefined || value === null ? [] : [[field, textOf(value)]],
    ),
  );
}

function trainingOf({ training, trainingSplits }: ModelVersion): string | null {
  if (training === null) return null;
  const splits = trainingSplits.length === 0 ? "all splits" : trainingSplits.join(", ").replaceAll("_", "-");
  return `${training.datasetName} v${training.versionNumber}, ${splits}`;
}

function priceOf({ provider }: ModelVersion, price: number | null): string | null {
  if (provider === "built_in") return null;
  return price === null ? "unknown" : `$${(price / 1_000_000).toFixed(2)}`;
}

function entries(prefix: string, values: object | null): [string, unknown][] {
  return Object.entries(values ?? {}).map(([name, value]) => [`${prefix} ${name}`, value]);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
