import { parseArgs } from "node:util";
import { CommandError } from "../command-error.ts";

/** By name: whether the flag takes a text, or stands alone. */
export type FlagKinds = Readonly<Record<string, "text" | "alone">>;

export type Flags = {
  has(name: string): boolean;
  text(name: string): string | undefined;
  /** @throws CommandError when the flag is not there. */
  required(name: string): string;
  /** @throws CommandError when the flag is there and no whole number from 1 to `most`. */
  count(name: string, most: number): number | undefined;
};

export const connectionFlags = { url: "text", key: "text", help: "alone" } as const satisfies FlagKinds;

/** @throws CommandError that names the flag which is unknown, given twice or without its text. */
export function readFlags(command: string, words: readonly string[], kinds: FlagKinds): Flags {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      { type: kind === "text" ? ("string" as const) : ("boolean" as const) },
    ]),
  );
  const { tokens } = parseArgs({
    args: words.map((word) => (word === "-h" ? "--help" : word)),
    options,
    strict: false,
    tokens: true,
  });
  const texts = new Map<string, string | undefined>();
  const hint = `touchstone ${command} --help lists what there is.`;
  for (const token of tokens) {
    if (token.kind === "positional") throw new CommandError(`"${token.value}" has no place here. ${hint}`);
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) throw new CommandError(`There is no flag ${rawName}. ${hint}`);
    if (texts.has(name)) throw new CommandError(`${rawName} is given twice. Keep one of them.`);
    const isText =
      value !== undefined && value !== "" && (inlineValue || value === "-" || !value.startsWith("-"));
    if (kind === "text" && !isText) throw new CommandError(`${rawName} needs something after it. ${hint}`);
    if (kind === "alone" && value !== undefined) throw new CommandError(`${rawName} takes nothing after it.`);
    texts.set(name, value);
  }
  return flagsOf(command, texts);
}

function flagsOf(command: string, texts: ReadonlyMap<string, string | undefined>): Flags {
  const text = (name: string) => texts.get(name);
  return {
    has: (name) => texts.has(name),
    text,
    required: (name) => {
      const found = text(name);
      if (found !== undefined) return found;
      throw new CommandError(`Say --${name}. touchstone ${command} --help tells what it is.`);
    },
    count: (name, most) => {
      const found = text(name);
      if (found === undefined) return undefined;
      const number = /^\d{1,9}$/.test(found) ? Number(found) : 0;
      if (number >= 1 && number <= most) return number;
      throw new CommandError(`--${name} is a whole number from 1 to ${most.toLocaleString("en-US")}.`);
    },
  };
}
