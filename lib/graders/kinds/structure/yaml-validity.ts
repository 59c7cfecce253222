import { isAlias, isMap, isNode, isSeq, parseDocument, visit } from "yaml";
import { z } from "zod";
import { scored, unscored } from "../../grade-result.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { unfenced } from "../../reading/fenced-texts.ts";

const configSchema = z.strictObject({
  shape: z.enum(["any", "object", "list"]),
  allowFence: z.boolean(),
});
export type YamlValidityConfig = z.output<typeof configSchema>;

/** A document of this length is read in half a second at worst, which is many keys in one mapping. */
const MAX_CHARS = 50_000;
const named = { object: "a mapping", list: "a list", any: "a single value" };

/** 1 when the answer is one YAML 1.2 document of the wanted shape, else 0. Aliases are looked up and never expanded. */
export const yamlValidity: InlineKind<YamlValidityConfig> = {
  kind: "yaml-validity",
  execution: "inline",
  family: "structure",
  label: "Valid YAML",
  explanation: "Passes when the answer is YAML that a program can read, whatever it says.",
  direction: "higher",
  defaultThreshold: 1,
  binary: true,
  needsExpected: false,
  configSchema,
  defaults: { shape: "object", allowFence: false },
  compile(config) {
    return ({ output }) => {
      const text = unfenced(output, config);
      if (text.trim() === "") return scored(0, "The answer is empty, so it is not YAML with content.");
      if (text.length > MAX_CHARS)
        return unscored("The answer is too long to check as YAML: at most 50,000 characters.");
      const reading = readYaml(text);
      if (reading.problem !== null) return scored(0, `The answer is not valid YAML: ${reading.problem}.`);
      const { shape } = reading;
      if (config.shape !== "any" && shape !== config.shape)
        return scored(
          0,
          `The answer is valid YAML, but ${named[shape]}, and ${named[config.shape]} was asked for.`,
        );
      return scored(1, `The answer is valid YAML: ${named[shape]}.`);
    };
  },
};

type YamlReading = { problem: string } | { problem: null; shape: keyof typeof named };

function readYaml(text: string): YamlReading {
  const document = parseDocument(text, { logLevel: "error", prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined) {
    const place = error.linePos?.[0];
    if (error.message.includes("call stack")) throw new RangeError("it is nested too deeply");
    const message = (error.message.split("\n", 1)[0] ?? "")
      .replace(/\s*at line \d+, column \d+:?$/, "")
      .slice(0, 200);
    return {
      problem: place === undefined ? message : `${message} (line ${place.line}, column ${place.col})`,
    };
  }
  const unknown = unknownAlias(document);
  if (unknown !== null) return { problem: `the alias “${unknown.slice(0, 40)}” names no anchor before it` };
  const { contents } = document;
  return { problem: null, shape: isMap(contents) ? "object" : isSeq(contents) ? "list" : "any" };
}

function unknownAlias(document: ReturnType<typeof parseDocument>): string | null {
  const anchors = new Set<string>();
  let unknown: string | null = null;
  visit(document, (_key, node) => {
    if (isAlias(node) && !anchors.has(node.source)) {
      unknown = node.source;
      return visit.BREAK;
    }
    if (isNode(node) && !isAlias(node) && node.anchor !== undefined) anchors.add(node.anchor);
    return undefined;
  });
  return unknown;
}
