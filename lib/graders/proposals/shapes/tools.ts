import { isPlainObject } from "../../json/leaf-fields.ts";
import { most } from "../most.ts";
import { type DatasetFacts, freeProposal, type GraderProposal } from "../proposal.ts";

const CALL_FIELDS = ["toolCalls", "tool_calls", "expectedTools"];

/** The expected value is a list of calls such as [{"name": "search", "arguments": {}}]. */
export function expectsToolCalls({ samples }: DatasetFacts): GraderProposal[] | null {
  const given = samples.filter(({ expected }) => expected !== undefined && expected !== null);
  if (!most(given, ({ expected }) => isCallList(expected))) return null;
  return [comparison({ source: "expected" }, "The expected values are calls of tools")];
}

/** For cases whose metadata name tools, or the calls that are to be made; nothing for others. */
export function tools({ samples }: DatasetFacts): GraderProposal[] {
  const proposals: GraderProposal[] = [];
  if (most(samples, ({ metadata }) => isToolList(metadata.tools))) {
    proposals.push(
      freeProposal({
        name: "Valid tool calls",
        kind: "valid-tool-calls",
        config: { source: "metadata", metadataField: "tools", withoutCall: "unscored" },
        reason: "The cases name their tools in metadata.tools; a call must fit what its tool takes.",
        blind: "A valid call may be the wrong one, and an answer without a call stays unscored.",
      }),
    );
  }
  const field = CALL_FIELDS.find((name) =>
    most(samples, ({ metadata }) => Object.hasOwn(metadata, name) && isCallList(metadata[name])),
  );
  if (field !== undefined) {
    const config = { source: "metadata", metadataField: field };
    proposals.push(comparison(config, `The cases name the calls to be made in metadata.${field}`));
  }
  return proposals;
}

function comparison(config: Record<string, unknown>, because: string): GraderProposal {
  return freeProposal({
    name: "Tool calls",
    kind: "tool-calls",
    config,
    reason: `${because}; the model must make them in this order, with these arguments.`,
    blind: "Another way to the same end fails. Allow any order, or ignore arguments, where that is fair.",
  });
}

function isCallList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((call) => isNamed(call) && "arguments" in inner(call))
  );
}

function isToolList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isNamed);
}

function isNamed(value: unknown): value is Record<string, unknown> {
  return isPlainObject(value) && typeof inner(value).name === "string";
}

function inner(value: Record<string, unknown>): Record<string, unknown> {
  return isPlainObject(value.function) ? value.function : value;
}
